// Records that planning started, a folder was given and the like.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { marks } from '../domain/codes.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class RecordTransitionMarkBody extends Dated {
  @ApiProperty({ enum: marks }) @IsIn(marks) mark: (typeof marks)[number];
  @ApiProperty({ required: false, description: 'For a planned transfer: its day' })
  @IsOptional()
  @IsCivilDate()
  plannedFor?: CivilDate;
}

export const recordTransitionMark = useCase({
  name: 'RecordTransitionMark',
  post: 'api/v1/transitions/:transitionId/marks',
  section: 'Transitions',
  does: 'Record what no step of the protocol holds, but a rule asks for',
  rules: ['TRN-05', 'TRN-20', 'TRN-22', 'TRN-24', 'TRN-26', 'TRN-29'],
  who: {
    roles: ['system', 'camhs-clinician', 'specialist-nurse'],
    because: 'Those who plan with the young person know when planning started (TRN-07, TRN-20).',
  },
  input: RecordTransitionMarkBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) =>
    cases.run(id, { type: 'RecordMark', on, ...details }, context),
});
