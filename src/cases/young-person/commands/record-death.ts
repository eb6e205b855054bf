// Records the death of a young person.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { Clock } from '../../../kernel/clock.js';
import { youngPerson } from '../domain/decide.js';
import { departureSources, type DepartureSource } from '../../../engine/person/domain/events.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class Death extends Dated {
  @ApiProperty({ required: false, enum: departureSources, description: 'Who told of it (default: not recorded)' })
  @IsOptional()
  @IsIn(departureSources)
  source?: DepartureSource;
  @ApiProperty({ required: false, description: 'Why the date recorded before was wrong' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  correctionReason?: string;
}

export const recordDeath = useCase({
  name: 'RecordDeath',
  post: 'api/v1/young-people/:personId/death',
  section: 'Young people',
  does: 'Record a death; `on` is its date',
  rules: ['REC-11'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'Whoever holds the case learns of it first.',
  },
  input: Death,
  uses: [CommandRunner, Clock],
  handle: ({ at: { personId }, details, on, context }, runner, clock) => {
    const correctedOn = clock.today();
    return runner.run(youngPerson, personId, { ...details, type: 'RecordDeath', on, correctedOn }, context);
  },
});
