// Contacts with a family, a young person or a professional while they wait (WAIT-45).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Dated } from '../../engine/use-cases/dated.js';
import { date, freeText, one, optionsOf } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { requireNotBeforeStart, requireOnList } from './domain/checks.js';
import {
  accessibleFormats,
  contactChannels,
  contactOutcomes,
  contactRecipients,
  contactTypes,
  riskChanges,
  type AccessibleFormat,
  type ContactChannel,
  type ContactOutcome,
  type ContactRecipient,
  type ContactType,
  type RiskChange,
} from './domain/contact-codes.js';
import { waitEvents as events, type DataOf } from './domain/events.js';
import { waitForm, waitUseCase, ofWait, whoeverIsInTouch } from './wait-use-case.js';

export class WaitingWellContact extends Dated {
  @ApiProperty({ enum: contactTypes }) @IsIn(contactTypes) contact: ContactType;
  @ApiProperty({ enum: contactRecipients }) @IsIn(contactRecipients) to: ContactRecipient;
  @ApiProperty({ enum: contactChannels }) @IsIn(contactChannels) channel: ContactChannel;
  @ApiProperty({ enum: accessibleFormats }) @IsIn(accessibleFormats) accessibleFormat: AccessibleFormat;
  @ApiProperty({ enum: contactOutcomes }) @IsIn(contactOutcomes) outcome: ContactOutcome;
  @ApiProperty({ enum: riskChanges }) @IsIn(riskChanges) riskChange: RiskChange;
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  note?: string;
}

interface ContactMade {
  readonly on: CivilDate;
  readonly contact: DataOf<'waitingWellContact'>;
}

export const recordWaitingWellContact = waitUseCase({
  name: 'RecordWaitingWellContact',
  asks: 'RecordContact',
  post: 'api/v1/waits/:id/contacts',
  does: 'Record a contact while waiting',
  rules: ['WAIT-45'],
  who: whoeverIsInTouch('WAIT-45: families and professionals are kept informed by whoever is in touch'),
  input: WaitingWellContact,
  command: ({ details: contact, on }) => ({ on, contact }),
  /** WAIT-45. After the wait was over there is nothing to wait well for. */
  decide({ on, contact }: ContactMade, wait) {
    requireOnList(wait);
    requireNotBeforeStart(wait, on);
    return [events.waitingWellContact.fact(on, contact)];
  },
  forms: [
    waitForm({
      step: 'contact',
      group: 'wait',
      offers: ofWait('Record a contact while waiting'),
      title: 'Record a contact while waiting',
      lead: 'With the family, the young person or a professional. The clock runs on; the next contact is due from this one (WAIT-45).',
      button: 'Record the contact',
      recorded: 'The contact is recorded. The next one is due from it.',
      questions: () => ({
        on: date({ label: 'When was it?', what: 'The day of the contact' }),
        contact: one<ContactType>({
          label: 'What was it about?',
          options: optionsOf(contactTypes),
          none: 'Choose what it was about',
        }),
        to: one<ContactRecipient>({
          label: 'With whom?',
          options: optionsOf(contactRecipients),
          none: 'Choose with whom',
        }),
        channel: one<ContactChannel>({ label: 'How?', options: optionsOf(contactChannels), none: 'Choose how' }),
        accessibleFormat: one<AccessibleFormat>({
          label: 'In which accessible format?',
          options: optionsOf(accessibleFormats, { 'none-needed': 'Nobody asked for one' }),
          none: 'Choose the format',
        }),
        outcome: one<ContactOutcome>({
          label: 'What came of it?',
          options: optionsOf(contactOutcomes),
          none: 'Choose what came of it',
        }),
        riskChange: one<RiskChange>({
          label: 'Has the risk changed?',
          hint: 'A concern that grew is escalated besides; that never resets the clock (WAIT-47)',
          options: optionsOf(riskChanges),
          none: 'Choose whether the risk has changed',
        }),
        note: freeText({ label: 'Note (optional)', hint: 'Kept sealed' }),
      }),
      sends: (input, { wait: { id } }) => ({ at: { id }, input }),
    }),
  ],
});
