// How many come to which gate next, and by whose hands they go. Counts what the register lists.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsOptional, IsString } from 'class-validator';
import { noOne } from '../../../engine/access/shows.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { gateCounts, registerTeams, registerWorkers } from './register-counts.js';
import { nextGates } from './register-rows.js';

export class RegisterDay {
  @ApiProperty({ required: false }) @IsOptional() @IsString() asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

export class GateCount {
  @ApiProperty({ enum: nextGates, description: 'The gate that comes next' }) gate: string;
  @ApiProperty({ description: 'Open to CAMHS, and seen by whoever asks' }) cases: number;
}

export class RegisterWorker {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

export class TransitionCounts {
  @ApiProperty({ type: [GateCount] }) gates: readonly GateCount[];
  @ApiProperty({ type: [RegisterWorker], description: 'Named workers of somebody on the register' })
  workers: readonly RegisterWorker[];
  @ApiProperty({ type: [String] }) teams: readonly string[];
}

export const getTransitionCounts = question({
  name: 'GetTransitionCounts',
  get: 'api/v1/transitions/counts',
  section: 'Transitions',
  tells: 'How many come to which gate next',
  rules: ['TRN-02', 'TRN-03', 'TRN-07', 'AMB-07'],
  who: {
    roles: ['system', 'camhs-clinician', 'specialist-nurse', 'send-caseworker', 'manager', 'auditor'],
    because: 'Whoever sees the register sees how long it is; each counts only whom they may see (TRN-43).',
  },
  input: RegisterDay,
  answers: TransitionCounts,
  uses: [ReadSide, Clock],
  answer: ({ asked }, readSide, clock): Promise<TransitionCounts> => {
    const { db } = readSide;
    const today = clock.today();
    const gates = gateCounts(db, asked, today);
    const workers = registerWorkers(db, asked, today);
    return Promise.resolve({ gates, workers, teams: registerTeams(db, asked, today) });
  },
  shows: noOne,
});
