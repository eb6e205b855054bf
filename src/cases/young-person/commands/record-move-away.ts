// Records that a young person moved away.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { youngPerson } from '../domain/decide.js';
import { departureSources, type DepartureSource } from '../../../engine/person/domain/events.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class MoveAway extends Dated {
  @ApiProperty({ required: false, enum: departureSources, description: 'Who told of it (default: not recorded)' })
  @IsOptional()
  @IsIn(departureSources)
  source?: DepartureSource;
  @ApiProperty({ required: false, description: 'Code of the local authority moved to' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  toAuthority?: string;
  @ApiProperty({ required: false, description: 'Where to, in words' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  to?: string;
}

export const recordMoveAway = useCase({
  name: 'RecordMoveAway',
  post: 'api/v1/young-people/:personId/moved-away',
  section: 'Young people',
  does: 'Record a move away',
  rules: [],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'Whoever holds the case learns of it first.',
  },
  input: MoveAway,
  uses: [CommandRunner],
  handle: ({ at: { personId }, details, on, context }, runner) => {
    const { source = 'not-recorded', ...rest } = details;
    return runner.run(youngPerson, personId, { type: 'RecordMoveAway', on, move: { ...rest, source } }, context);
  },
});
