// A loaded row of a waiting list: what it says beyond what is on record becomes facts; nothing is taken back by it.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandOf, WaitCommand } from './commands.js';
import type { WaitFact } from './events.js';
import type { Wait } from './state.js';

type Decide = (command: WaitCommand, wait: Wait) => readonly WaitFact[];

/** Repeated loads add nothing. A clock start that differs is corrected with its reason and author (WAIT-44). */
export function load(
  { on, row, author }: CommandOf<'Load'>,
  wait: Wait,
  decide: Decide,
  after: Fold,
): readonly WaitFact[] {
  const facts: WaitFact[] = [];
  let now = wait;
  const say = (command: WaitCommand) => {
    const more = decide(command, now);
    facts.push(...more);
    now = after(now, more);
  };
  const { referral, receivedOn, firstContactOn, removedOn, removalReason } = row;
  if (!now.received) say({ type: 'Refer', on: receivedOn, referral });
  // A date that the clock once had was judged before, and after a second clock the export's one is an older truth.
  else if (now.runs.length === 1 && !now.removed && !now.startsHad.includes(receivedOn)) {
    say({ type: 'CorrectClockStart', on, to: receivedOn, reason: otherDate, author });
  }
  if (firstContactOn && !now.firstContact && isNews(firstContactOn, now)) {
    say({ type: 'AttendFirstContact', on: firstContactOn, mode: 'not-known' });
  }
  if (removedOn && removalReason && isNews(removedOn, now)) {
    if (removalReason === 'removed-after-validation' && !now.validated) say(notNeeded(removedOn));
    say({ type: 'Remove', on: removedOn, reason: removalReason });
  }
  return facts;
}

const otherDate = 'The loaded waiting list has another referral date.';

/** What somebody here found to be an error does not come back with the next file. */
const isNews = (on: CivilDate, { removed, reinstated }: Wait): boolean =>
  !removed && (!reinstated || on > reinstated.on);

type Fold = (wait: Wait, facts: readonly WaitFact[]) => Wait;

const notNeeded = (on: CivilDate): WaitCommand => ({ type: 'Validate', on, outcome: 'no-longer-needed' });
