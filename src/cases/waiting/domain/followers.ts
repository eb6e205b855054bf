// What was recorded because of another fact: it is corrected and withdrawn together with that fact, never by itself.
import { refuse } from '../../../kernel/errors.js';
import type { Recorded } from '../../../kernel/events.js';
import type { WaitFact } from './events.js';

type Standing = WaitFact & Recorded;
type Log = readonly Standing[];

/** Stops and nullifications that one command recorded together with this fact. */
export function followersOf(log: Log, fact: Standing): readonly Standing[] {
  const next = log[log.indexOf(fact) + 1];
  switch (fact.type) {
    case 'WaitFirstContactAttended':
      return log.filter((one) => one.type === 'WaitClockStopped' && one.data.how === 'first-contact');
    case 'WaitFirstContactMissed':
      return next?.type === 'WaitClockNullified' ? [next] : [];
    case 'WaitSegmentReached': {
      const together = next?.type === 'WaitClockStopped' && next.occurredOn === fact.occurredOn;
      return together && fact.data.segment === 'treatment' && next.data.how === 'first-treatment' ? [next] : [];
    }
    default:
      return [];
  }
}

/** WAIT-03: a clock that was never nullified was not followed by another one when a new date was agreed. */
export function startedAfter(log: Log, fact: Standing): readonly Standing[] {
  const ends = [fact, ...followersOf(log, fact)].map((one) => log.indexOf(one));
  const later = log.filter((one, at) => one.type === 'WaitClockStarted' && ends.some((end) => at > end));
  const [next] = later;
  const endsClock = fact.type === 'WaitClockStopped' || followersOf(log, fact).length > 0;
  if (!endsClock || next?.type !== 'WaitClockStarted') return [];
  if (fact.type === 'WaitFirstContactMissed' && later.length === 1) return [next];
  throw refuse('WAIT-02', 'A new clock was started after this one had ended.', {
    help: 'Withdraw the new start first.',
  });
}

const startHasItsOwn = () =>
  refuse('WAIT-44', 'The start of a clock is corrected by its own command, with reason and author.');

/** WAIT-44: a clock whose start was corrected runs since that day, and another day of its start would change nothing. */
export function requireNoCorrectedStart(log: Log, fact: Standing): void {
  if (fact.type !== 'WaitClockStarted') return;
  const ofStarts = log.filter(({ type }) => type === 'WaitClockStarted' || type === 'WaitClockStartCorrected');
  if (ofStarts[ofStarts.indexOf(fact) + 1]?.type === 'WaitClockStartCorrected') throw startHasItsOwn();
}

/** Errors: `refused-by-rule` for the start of a clock, and for what only follows from another fact. */
export function requireOwnFact(fact: Standing): void {
  if (fact.type === 'WaitReferralReceived' || fact.type === 'WaitClockStartCorrected') throw startHasItsOwn();
  const derived =
    fact.type === 'WaitClockNullified' ||
    (fact.type === 'WaitClockStopped' && (fact.data.how === 'first-contact' || fact.data.how === 'help-started'));
  if (derived)
    throw refuse('WAIT-44', 'This follows from another fact of the wait, and changes together with it.', {
      help: 'Correct or withdraw the contact, the missed appointment or the element of help that it follows from.',
    });
}
