// Past 18 with a reason (TRN-02), and closing to CAMHS without a gap (TRN-01, TRN-50).
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, refuse } from '../../../kernel/errors.js';
import type { past18Reasons } from './codes.js';
import { destinationOf } from './destinations.js';
import { transitionEvents as events } from './events.js';
import { needed, notBefore, serviceThatReceives, stillOpen } from './guards.js';
import { holdersOn } from './receiving.js';
import type { Transition } from './state.js';

export type ClosingCommand =
  | {
      readonly type: 'RecordPast18Reason';
      readonly on: CivilDate;
      readonly reason: (typeof past18Reasons)[number];
      readonly agreedWith?: string;
      readonly reviewOn: CivilDate;
      readonly note?: string;
    }
  | {
      readonly type: 'CloseCamhs';
      readonly on: CivilDate;
      readonly destination: string;
      readonly receivingParty?: string;
      readonly acceptanceEvidence?: string;
    };

type Command<T extends ClosingCommand['type']> = Extract<ClosingCommand, { type: T }>;

export function recordPast18Reason(command: Command<'RecordPast18Reason'>, state: Transition) {
  const { on, reason, agreedWith, reviewOn, note } = command;
  stillOpen(state);
  if (reviewOn <= on) throw invalid('reviewOn', 'must be after the day on which the reason is recorded', 'TRN-02');
  if (reason === 'time-limited-intervention') {
    needed(agreedWith, 'agreedWith', 'names the adult service that agrees to it', 'TRN-B2.8');
  }
  if (reason === 'other') needed(note, 'note', 'says what the reason is', 'TRN-02');
  return [events.past18ReasonRecorded.fact(on, { reason, agreedWith, reviewOn, note })];
}

export function closeCamhs(command: Command<'CloseCamhs'>, state: Transition) {
  const { on, destination, receivingParty, acceptanceEvidence } = command;
  const { referredOn } = stillOpen(state);
  notBefore(on, referredOn, 'the referral to CAMHS');
  const { label, needsAcceptance } = destinationOf(destination);
  if (needsAcceptance) {
    checkNoGap(on, destination, label, state);
    needed(
      acceptanceEvidence,
      'acceptanceEvidence',
      'is needed: what shows that the receiving service has accepted',
      'TRN-50',
    );
  }
  return [events.camhsClosed.fact(on, { destination, receivingParty, acceptanceEvidence })];
}

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
