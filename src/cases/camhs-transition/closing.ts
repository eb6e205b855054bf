// Closing the case to CAMHS: whatever the age, not before somebody else has the young person (TRN-01, TRN-50).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Dated } from '../../engine/use-cases/dated.js';
import { date, freeText, one } from '../../engine/web/forms/questions.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { refuse } from '../../kernel/errors.js';
import { destinationCodes, destinationOf } from './domain/destinations.js';
import { transitionEvents as events } from './domain/events.js';
import { needed, notBefore, serviceThatReceives, stillOpen } from './domain/guards.js';
import { holdersOn } from './domain/receiving.js';
import type { Transition } from './domain/state.js';
import { chosen, everyDestination, transitionForm, ofCase } from './transition-forms.js';
import { transitionUseCase } from './transition-use-case.js';

export class CloseCamhsBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) destination: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 200) receivingParty?: string;
  @ApiProperty({ required: false, description: 'What shows that the receiving service has accepted' })
  @IsOptional()
  @IsString()
  @Length(1, 400)
  acceptanceEvidence?: string;
}

interface Closure {
  readonly on: CivilDate;
  readonly destination: string;
  readonly receivingParty?: string;
  readonly acceptanceEvidence?: string;
}

export const closeCamhs = transitionUseCase({
  name: 'CloseCamhs',
  asks: 'CloseCamhs',
  post: 'api/v1/transitions/:transitionId/closure',
  does: 'Close the case to CAMHS',
  rules: ['TRN-01', 'TRN-50'],
  input: CloseCamhsBody,
  decide({ on, destination, receivingParty, acceptanceEvidence }: Closure, state) {
    const { referredOn } = stillOpen(state);
    notBefore(on, referredOn, 'the referral to CAMHS');
    const { label, needsAcceptance } = destinationOf(destination);
    if (needsAcceptance) {
      checkNoGap(on, destination, label, state);
      const problem = 'is needed: what shows that the receiving service has accepted';
      needed(acceptanceEvidence, 'acceptanceEvidence', problem, 'TRN-50');
    }
    return [events.camhsClosed.fact(on, { destination, receivingParty, acceptanceEvidence })];
  },
  forms: [
    transitionForm({
      step: 'close',
      group: 'case',
      offers: ofCase('Close to CAMHS'),
      title: 'Close to CAMHS',
      lead: 'Not before the receiving service has opened the case or accepted the hand-over, whatever the age (TRN-01).',
      button: 'Close the case to CAMHS',
      checkFirst:
        'From this day on CAMHS does not have the young person any more. Nobody may fall between: check the day and where they go.',
      recorded: 'The case is closed to CAMHS.',
      questions: () => ({
        on: date({ label: 'On which day was it closed?', what: 'The day of the closure' }),
        destination: one<string>({
          label: 'Where to?',
          options: everyDestination,
          none: 'Choose where they go (TRN-50)',
        }),
        receivingParty: freeText({ label: 'Who takes over there? (optional)' }),
        acceptanceEvidence: freeText({
          label: 'What shows that they have accepted?',
          hint: 'Needed for a service that takes over: the letter, the minute or the message',
        }),
      }),
      prefill: (subject) => chosen(subject, 'destination'),
      sends: (input, { view }) => ({ at: { transitionId: view.id }, input }),
    }),
  ],
});

/** TRN-01, TRN-E5: whatever the age, not before the receiving service has opened the case or accepted the hand-over. */
function checkNoGap(on: CivilDate, destination: string, label: string, state: Transition): void {
  const service = serviceThatReceives(destination);
  const holders = holdersOn(state, on, service);
  const opened = holders.some(({ eventId }) => state.receivers.some((one) => one.eventId === eventId));
  if (holders.length > 0 && !opened && Object.keys(state.items).length === 0) {
    throw refuse('TRN-01b', 'The hand-over that was accepted had nothing in it.', {
      help: 'Offer the items of the hand-over and have them accepted, or let the service record that it opened the case.',
    });
  }
  if (holders.length > 0) return;
  const later = [...state.receivers, ...state.handedOver].find(
    (one) => service === undefined || one.service === service,
  );
  const found = later?.letGo
    ? `It had, and let go on ${formatDate(later.letGo.on)}.`
    : later
      ? `It does so only on ${formatDate(later.on)}: between the days nobody would have the young person.`
      : '';
  throw refuse(
    'TRN-01',
    `${label} had neither opened the case nor accepted the hand-over by ${formatDate(on)}. ${found}`.trim(),
    {
      help: 'Keep the case open to CAMHS until they have; past 18, record the reason (TRN-02).',
    },
  );
}
