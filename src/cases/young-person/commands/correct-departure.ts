// Corrects the date of a death or of a move away, with a reason.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import { youngPerson } from '../domain/decide.js';
import { departures, type Departure } from '../../../engine/person/domain/events.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class DepartureCorrection extends Dated {
  @ApiProperty({ enum: departures }) @IsIn(departures) departure: Departure;
  @ApiProperty({ example: '2026-05-01' }) @IsCivilDate() to: CivilDate;
  @ApiProperty({ description: 'What was wrong; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export const correctDeparture = useCase({
  name: 'CorrectDeparture',
  post: 'api/v1/young-people/:personId/departure-corrections',
  section: 'Young people',
  does: 'Correct the date of a death or a move; the old one stays in the history',
  rules: ['REC-11', 'REC-24'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'Whoever learns that a date of death or of a move is wrong puts it right, with the reason (REC-11).',
  },
  input: DepartureCorrection,
  uses: [CommandRunner],
  handle: ({ at: { personId }, details, on, context }, runner) =>
    runner.run(youngPerson, personId, { ...details, type: 'CorrectDeparture', on }, context),
});
