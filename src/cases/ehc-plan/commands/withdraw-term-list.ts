// Takes back that a term list was sent; the history keeps both: DTO, command, handler and route (EHC-11).
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { withdrawalReasons, type WithdrawalReason } from '../domain/term-lists/events.js';
import { termList } from '../domain/term-lists/term-list.js';

export class TermListWithdrawal {
  @ApiProperty({ example: '2026-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ description: 'Event of the sending' }) @IsString() @Length(1, 120) sentEventId: string;
  @ApiProperty({ enum: withdrawalReasons }) @IsIn(withdrawalReasons) because: WithdrawalReason;
}

export const withdrawTermList = useCase({
  name: 'WithdrawTermList',
  post: 'api/v1/term-lists/:listId/withdrawals',
  section: 'Term lists',
  does: 'A term list was not sent as recorded',
  rules: ['EHC-11', 'REC-24'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: "The local authority sends the list of a term's reviews (EHC-11).",
  },
  input: TermListWithdrawal,
  uses: [CommandRunner],
  handle: ({ at: { listId }, input: details, context }, runner): Promise<CommandResult> =>
    runner.run(termList, listId, { type: 'WithdrawSending', ...details }, context),
});
