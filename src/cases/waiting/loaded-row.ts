// A loaded row of a waiting list: what it says beyond what is on record becomes facts; nothing is taken back by it. A load asks for it alone.
import type { CivilDate } from '../../kernel/calendar/index.js';
import { correctClockStart } from './clock.js';
import type { RemovalReason } from './domain/codes.js';
import type { DataOf, WaitFact } from './domain/events.js';
import type { Wait } from './domain/state.js';
import { waitKind } from './domain/wait-kind.js';
import { attendFirstContact } from './first-contact.js';
import { removeFromList, validateWait } from './leaving.js';
import { refer } from './referral.js';

/** A row of a waiting-list export, as far as it was read. */
export interface LoadedWait {
  readonly referral: DataOf<'referralReceived'>;
  readonly receivedOn: CivilDate;
  readonly firstContactOn?: CivilDate;
  readonly removedOn?: CivilDate;
  readonly removalReason?: RemovalReason;
}

interface Load {
  readonly on: CivilDate;
  readonly row: LoadedWait;
  readonly author: string;
}

/** Repeated loads add nothing. A clock start that differs is corrected with its reason and author (WAIT-44). */
export function loadRow({ on, row, author }: Load, wait: Wait): readonly WaitFact[] {
  const facts: WaitFact[] = [];
  let now = wait;
  const say = <C>({ decide }: Decides<C>, command: C) => {
    const more = decide(command, now);
    facts.push(...more);
    now = after(now, more);
  };
  const { referral, receivedOn, firstContactOn, removedOn, removalReason } = row;
  if (!now.received) say(refer, { on: receivedOn, referral });
  // A date that the clock once had was judged before, and after a second clock the export's one is an older truth.
  else if (now.runs.length === 1 && !now.removed && !now.startsHad.includes(receivedOn)) {
    say(correctClockStart, { on, to: receivedOn, reason: otherDate, author });
  }
  if (firstContactOn && !now.firstContact && isNews(firstContactOn, now)) {
    say(attendFirstContact, { on: firstContactOn, mode: 'not-known' });
  }
  if (removedOn && removalReason && isNews(removedOn, now)) {
    if (removalReason === 'removed-after-validation' && !now.validated)
      say(validateWait, { on: removedOn, outcome: 'no-longer-needed' });
    say(removeFromList, { on: removedOn, reason: removalReason });
  }
  return facts;
}

interface Decides<C> {
  readonly decide: (command: C, wait: Wait) => readonly WaitFact[];
}

const otherDate = 'The loaded waiting list has another referral date.';

/** What somebody here found to be an error does not come back with the next file. */
const isNews = (on: CivilDate, { removed, reinstated }: Wait): boolean =>
  !removed && (!reinstated || on > reinstated.on);

const after = (wait: Wait, facts: readonly WaitFact[]): Wait =>
  facts.reduce((now, fact) => waitKind.evolve(now, { ...fact, id: '', recordedAt: '' }), wait);
