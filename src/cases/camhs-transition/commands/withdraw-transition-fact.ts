// Takes back a fact that was recorded in error.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class WithdrawTransitionFactBody extends Dated {
  @ApiProperty({ description: 'Id of the event' }) @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
}

export const withdrawTransitionFact = useCase({
  name: 'WithdrawTransitionFact',
  post: 'api/v1/transitions/:transitionId/withdrawals',
  section: 'Transitions',
  does: 'Take back a fact that was recorded in error; it stays in the history',
  rules: ['REC-11', 'TRN-01'],
  who: {
    roles: ['system', 'camhs-clinician', 'manager'],
    because: 'Whoever holds the case puts right what is wrong; the correction names its author (REC-11).',
  },
  input: WithdrawTransitionFactBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) =>
    cases.run(id, { type: 'WithdrawFact', on, ...details }, context),
});
