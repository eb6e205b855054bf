// Promised and delivered contacts of the first six months after the transfer (TRN-08).
import { addDays, addMonths, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Facts } from '../../../rules/facts.js';
import { transferOf } from './receiving.js';
import type { Done, PromisedContact, Transition } from './state.js';

export interface ContactSubject {
  readonly subjectId: string;
  readonly label: string;
  readonly facts: Facts;
}

const monthsFollowed = 6;

export function contactSubjects(state: Transition): readonly ContactSubject[] {
  const { plan } = state;
  const start = transferOf(state);
  if (!plan || !start) return [];
  // A discharge before this transfer was from a service that had them before.
  const discharged = state.discharged && state.discharged.on >= start.on ? state.discharged : undefined;
  return plan.promises.flatMap((promise, index) => ofPromise(state, promise, index + 1, start, discharged));
}

function ofPromise(
  { contacts }: Transition,
  { kind, everyDays }: PromisedContact,
  number: number,
  start: Pick<Done, 'on' | 'eventId'>,
  discharged: Done | undefined,
): ContactSubject[] {
  const made = contacts.filter((one) => one.kind === kind && one.missedBy === undefined).sort(byDate);
  const notComing = contacts.filter((one) => one.kind === kind && one.missedBy === 'young-person').sort(byDate);
  const notMade = contacts.filter((one) => one.kind === kind && one.missedBy === 'service').sort(byDate);
  const subjects: ContactSubject[] = [];
  const until = addMonths(start.on, monthsFollowed);
  for (let turn = 1, due = addDays(start.on, everyDays); due <= until; turn++, due = addDays(due, everyDays)) {
    const after = addDays(due, -everyDays);
    const inTime = take(made, after, due);
    const notThere = inTime ? undefined : take(notComing, after, due);
    // A turn that is said to have been missed stays missed. Otherwise a late contact still answers its own turn, up to half-way to the
    // next one: one that nobody made must not take the next turn's contact, and that turn the one after it, to the end.
    const late =
      inTime || notThere || take(notMade, after, due)
        ? undefined
        : take(made, due, addDays(due, Math.floor(everyDays / 2)));
    const contacted = inTime ?? late;
    const calledOff = contacted ? undefined : (notThere ?? discharged);
    const facts = { promised: { on: due, eventId: start.eventId, since: start.on }, contacted, calledOff };
    subjects.push({ subjectId: `contact-${number}-${turn}`, label: `promised ${kind} ${turn}`, facts });
  }
  return subjects;
}

const byDate = (a: Done, b: Done): number => (a.on < b.on ? -1 : 1);

/** Takes the first one after a day out of the list. */
function take(list: Done[], after: CivilDate, upTo?: CivilDate): Done | undefined {
  const at = list.findIndex(({ on }) => on > after && (upTo === undefined || on <= upTo));
  return at < 0 ? undefined : list.splice(at, 1)[0];
}
