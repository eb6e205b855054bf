// Takes back a fact of a wait that was recorded in error (a first contact, a removal, a stop), with what followed from it.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { wait } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class WaitFactWithdrawal extends Dated {
  @ApiProperty({ description: 'Id of the event that says so' }) @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export const withdrawWaitFact = useCase({
  name: 'WithdrawWaitFact',
  post: 'api/v1/waits/:id/withdrawals',
  section: 'Waiting',
  does: 'Take back a fact of this wait that was recorded in error; it stays in the history',
  rules: ['WAIT-43', 'WAIT-44', 'REC-11'],
  who: {
    roles: ['camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'WAIT-43, REC-11: with a reason; the fact stays in the history',
  },
  input: WaitFactWithdrawal,
  uses: [CommandRunner],
  handle: ({ at: { id }, input: details, today, context }, runner) => {
    const { on = today, correctsEventId, reason } = details;
    return runner.run(wait, id, { type: 'WithdrawFact', on, correctsEventId, reason }, context);
  },
});
