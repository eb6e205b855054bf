// Open to CAMHS past 18: the birthday closes nothing by itself; it needs a reason, and a day on which it is looked at again (TRN-02).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { date, freeText, one, oneOrNone, optionsOf } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid } from '../../kernel/errors.js';
import { past18Reasons } from './domain/codes.js';
import { destinationCodes } from './domain/destinations.js';
import { transitionEvents as events } from './domain/events.js';
import { needed, stillOpen } from './domain/guards.js';
import { services, transitionForm, untilClosed } from './transition-forms.js';
import { transitionUseCase } from './transition-use-case.js';

type Reason = (typeof past18Reasons)[number];

export class RecordPast18ReasonBody extends Dated {
  @ApiProperty({ enum: past18Reasons }) @IsIn(past18Reasons) reason: Reason;
  @ApiProperty({ required: false, enum: destinationCodes, description: 'The adult service that agrees' })
  @IsOptional()
  @IsIn(destinationCodes)
  agreedWith?: string;
  @ApiProperty({ description: 'When to look at it again' }) @IsCivilDate() reviewOn: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) note?: string;
}

interface Past18 {
  readonly on: CivilDate;
  readonly reason: Reason;
  readonly agreedWith?: string;
  readonly reviewOn: CivilDate;
  readonly note?: string;
}

export const recordPast18Reason = transitionUseCase({
  name: 'RecordPast18Reason',
  asks: 'RecordPast18Reason',
  post: 'api/v1/transitions/:transitionId/past-18',
  does: 'Record why the case stays open to CAMHS past 18',
  rules: ['TRN-02', 'TRN-B2.8'],
  who: {
    roles: ['system', 'camhs-clinician', 'manager'],
    because: 'CAMHS answers for every case open past 18 (TRN-02).',
  },
  input: RecordPast18ReasonBody,
  decide({ on, reason, agreedWith, reviewOn, note }: Past18, state) {
    stillOpen(state);
    if (reviewOn <= on) throw invalid('reviewOn', 'must be after the day on which the reason is recorded', 'TRN-02');
    if (reason === 'time-limited-intervention')
      needed(agreedWith, 'agreedWith', 'names the adult service that agrees to it', 'TRN-B2.8');
    if (reason === 'other') needed(note, 'note', 'says what the reason is', 'TRN-02');
    return [events.past18ReasonRecorded.fact(on, { reason, agreedWith, reviewOn, note })];
  },
  forms: [
    transitionForm({
      step: 'past-18',
      group: 'case',
      offers: untilClosed('Record why it stays open past 18', ({ past18 }) => past18 !== undefined),
      title: 'Record why the case stays open past 18',
      lead: 'The 18th birthday closes nothing by itself; being open past it needs a reason, and a day on which it is looked at again (TRN-02).',
      button: 'Record the reason',
      recorded: 'The reason is recorded.',
      questions: () => ({
        on: date({ label: 'When was that decided?', what: 'The day of the decision' }),
        reason: one<Reason>({
          label: 'Why does it stay open?',
          options: optionsOf(past18Reasons),
          none: 'Choose why it stays open (TRN-02)',
        }),
        agreedWith: oneOrNone<string>({
          label: 'With which adult service is that agreed? Needed for a time-limited intervention (TRN-B2.8)',
          options: services,
        }),
        reviewOn: date({
          label: 'When is it looked at again?',
          what: 'The day on which it is looked at again',
          mayBeAhead: true,
        }),
        note: freeText({ label: 'Note', hint: 'Needed where it is another reason. Kept sealed' }),
      }),
      prefill: ({ view }) => (view.past18?.reason === undefined ? {} : { reason: view.past18.reason }),
      sends: (input, { view }) => ({ at: { transitionId: view.id }, input }),
    }),
  ],
});
