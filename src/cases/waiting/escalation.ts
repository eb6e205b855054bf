// A concern that grew while somebody waits: who is seen first changes, the clock does not (WAIT-47).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsString, Length } from 'class-validator';
import { Dated } from '../../engine/use-cases/dated.js';
import { date, freeText, one, optionsOf } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { requireNotBeforeStart, requireOnList, requireReason } from './domain/checks.js';
import { urgencies, type Urgency } from './domain/codes.js';
import { waitEvents as events } from './domain/events.js';
import { waitForm, waitUseCase, ofWait, whoeverIsInTouch } from './wait-use-case.js';

export class Escalation extends Dated {
  @ApiProperty({ enum: urgencies }) @IsIn(urgencies) urgency: Urgency;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) concern: string;
}

interface Escalated {
  readonly on: CivilDate;
  readonly urgency: Urgency;
  readonly concern: string;
}

export const escalateConcern = waitUseCase({
  name: 'EscalateConcern',
  asks: 'Escalate',
  post: 'api/v1/waits/:id/escalations',
  does: 'Record a concern that changes who is seen first',
  rules: ['WAIT-47'],
  who: whoeverIsInTouch('WAIT-47: whoever sees a young person get worse'),
  input: Escalation,
  decide({ on, urgency, concern }: Escalated, wait) {
    requireOnList(wait);
    requireNotBeforeStart(wait, on);
    requireReason(concern, 'WAIT-47', 'concern');
    return [events.escalated.fact(on, { urgency, concern })];
  },
  forms: [
    waitForm({
      step: 'escalation',
      group: 'wait',
      offers: ofWait('Escalate a concern'),
      title: 'Escalate a concern',
      lead: 'It changes who is seen first, and never the clock (WAIT-47). In danger now: ring the crisis line or 999 first.',
      button: 'Escalate the concern',
      recorded: 'The concern is escalated. They are seen in the new order; the clock runs on as before.',
      questions: () => ({
        on: date({ label: 'When was it seen?', what: 'The day on which it was seen' }),
        urgency: one<Urgency>({
          label: 'How urgent is it now?',
          options: optionsOf(urgencies),
          none: 'Choose how urgent it is now',
        }),
        concern: freeText({ label: 'What is the concern?', hint: 'Kept sealed' }),
      }),
      sends: ({ concern = '', ...answers }, { wait: { id } }) => ({ at: { id }, input: { ...answers, concern } }),
    }),
  ],
});
