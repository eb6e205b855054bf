// Takes back a death or a move away that was recorded in error.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { youngPerson } from '../domain/decide.js';
import { departures, type Departure } from '../../../engine/person/domain/events.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class DepartureWithdrawal extends Dated {
  @ApiProperty({ enum: departures }) @IsIn(departures) departure: Departure;
  @ApiProperty({ description: 'What was wrong; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export const withdrawDeparture = useCase({
  name: 'WithdrawDeparture',
  post: 'api/v1/young-people/:personId/departure-withdrawals',
  section: 'Young people',
  does: 'Take back a death or a move that was recorded in error',
  rules: ['REC-11', 'REC-24'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'Whoever learns that it was somebody else takes it back at once, with the reason (REC-11).',
  },
  input: DepartureWithdrawal,
  uses: [CommandRunner],
  handle: ({ at: { personId }, details, on, context }, runner) =>
    runner.run(youngPerson, personId, { ...details, type: 'WithdrawDeparture', on }, context),
});
