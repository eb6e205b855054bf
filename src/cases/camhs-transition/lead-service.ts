// Who leads the care and who is called in a crisis, where it was agreed that CAMHS stays for a while after the transfer (TRN-01a, TRN-B2.4).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Dated } from '../../engine/use-cases/dated.js';
import { date, one, optionsOf } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { refuse } from '../../kernel/errors.js';
import { leads, type Lead } from './domain/codes.js';
import { transitionEvents as events } from './domain/events.js';
import { stillOpen } from './domain/guards.js';
import { heldOn } from './domain/receiving.js';
import { transitionForm, ofCase } from './transition-forms.js';
import { transitionUseCase } from './transition-use-case.js';

export class ChangeLeadServiceBody extends Dated {
  @ApiProperty({ enum: leads }) @IsIn(leads) lead: Lead;
  @ApiProperty({ enum: leads }) @IsIn(leads) crisisContact: Lead;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

interface Change {
  readonly on: CivilDate;
  readonly lead: Lead;
  readonly crisisContact: Lead;
  readonly reason?: string;
}

export const changeLeadService = transitionUseCase({
  name: 'ChangeLeadService',
  asks: 'ChangeLeadService',
  post: 'api/v1/transitions/:transitionId/lead-service',
  does: 'Record who leads and who is the contact in a crisis',
  rules: ['TRN-B2.4', 'TRN-25'],
  input: ChangeLeadServiceBody,
  decide({ on, lead, crisisContact, reason }: Change, state) {
    stillOpen(state);
    const moves = lead === 'adult' || crisisContact === 'adult';
    if (moves && !heldOn(state, on)) {
      throw refuse(
        'TRN-01a',
        'CAMHS stays the lead service and the crisis contact until the receiving service has the young person.',
      );
    }
    return [events.leadServiceChanged.fact(on, { lead, crisisContact, reason })];
  },
  forms: [
    transitionForm({
      step: 'lead',
      group: 'case',
      offers: ofCase('Record who leads'),
      title: 'Record who leads',
      lead: 'CAMHS leads and is called in a crisis until a service has opened the case or accepted the hand-over; from that day the service does (TRN-01a). Say here that CAMHS stays for a while after it, where that was agreed (TRN-B2.4).',
      button: 'Record who leads',
      recorded: 'Who leads, and whom to ring in a crisis, is recorded.',
      questions: () => ({
        on: date({ label: 'From which day?', what: 'The first day' }),
        lead: one<Lead>({ label: 'Who leads the care?', options: optionsOf(leads), none: 'Say who leads (TRN-B2.4)' }),
        crisisContact: one<Lead>({
          label: 'Whom to ring in a crisis?',
          options: optionsOf(leads),
          none: 'Say whom to ring in a crisis (TRN-B2.4)',
        }),
      }),
      prefill: ({ view }) => ({ lead: sideOf(view.leadService), crisisContact: sideOf(view.crisisContact) }),
      sends: (input, { view }) => ({ at: { transitionId: view.id }, input }),
    }),
  ],
});

const sideOf = (who: string): Lead => (who === 'camhs' ? 'camhs' : 'adult');
