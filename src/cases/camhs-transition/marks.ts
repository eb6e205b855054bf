// What no step of the protocol holds, but a rule asks for: that planning started, a folder was given, a transfer is planned for a day.
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid } from '../../kernel/errors.js';
import { marks, type Mark } from './domain/codes.js';
import { transitionEvents as events } from './domain/events.js';
import { notBefore, opened } from './domain/guards.js';
import { transitionUseCase } from './transition-use-case.js';

export class RecordTransitionMarkBody extends Dated {
  @ApiProperty({ enum: marks }) @IsIn(marks) mark: Mark;
  @ApiProperty({ required: false, description: 'For a planned transfer: its day' })
  @IsOptional()
  @IsCivilDate()
  plannedFor?: CivilDate;
}

interface Marked {
  readonly on: CivilDate;
  readonly mark: Mark;
  readonly plannedFor?: CivilDate;
}

export const recordTransitionMark = transitionUseCase({
  name: 'RecordTransitionMark',
  asks: 'RecordMark',
  post: 'api/v1/transitions/:transitionId/marks',
  does: 'Record what no step of the protocol holds, but a rule asks for',
  rules: ['TRN-05', 'TRN-20', 'TRN-22', 'TRN-24', 'TRN-26', 'TRN-29'],
  who: {
    roles: ['system', 'camhs-clinician', 'specialist-nurse'],
    because: 'Those who plan with the young person know when planning started (TRN-07, TRN-20).',
  },
  input: RecordTransitionMarkBody,
  noForm: missing,
  decide({ on, mark, plannedFor }: Marked, state) {
    const { referredOn } = opened(state);
    notBefore(on, referredOn, 'the referral to CAMHS');
    if (mark === 'transferPlanned' && plannedFor === undefined)
      throw invalid('plannedFor', 'is needed for a planned transfer');
    return [events.markRecorded.fact(on, { mark, plannedFor })];
  },
});
