// Which annual reviews are due when, and with whom: what the weeks of each SEND officer are counted from (EHC-01).
import { addDays, type CivilDate } from '../../kernel/calendar/index.js';
import { entriesOfSome, tally, tallyDays, tallyOn, without, type Entry } from '../../engine/processing/tally.js';
import type { Statements } from '../../engine/processing/statements.js';
import { never, type DeadlineRow } from '../../engine/deadlines/deadline-table.js';
import { onHold } from '../../engine/deadlines/nothing-asked.js';
import { reviewsOf } from './absence-tally.js';

export const landingTally = tally('ehc_landing');

/** Each officer's days lie together; those of children whom nobody holds too. */
const heldBy = (officer: string | null): string => `held ${officer ?? ''}`;
/** What is late and asked for no more, from that day on: no plan goes beyond the day before the 26th birthday (EHC-64). */
const lapsedWith = (officer: string | null): string => `lapsed ${officer ?? ''}`;

/** Everything that moves this of the child's own record: only what has happened is recorded (REC-24), so what has no end holds today. */
export const movingLanding = ['NamedWorkerAssigned', 'NamedWorkerEnded'] as const;

/** Pure. `officer`: who has the child's reviews and no end yet. Of whoever is gone nothing lands with anybody. */
export const landingEntries = (deadlines: readonly DeadlineRow[], officer: string | null, isGone: boolean): Entry[] =>
  (isGone ? [] : reviewsOf(deadlines))
    .filter(({ met_on, valid_to, due_on, lapses_on }) => met_on === never && valid_to === never && lapses_on > due_on)
    .flatMap(({ due_on, lapses_on }): Entry[] => [
      [heldBy(officer), '', due_on as CivilDate, 1],
      ...(lapses_on === never ? [] : [[lapsedWith(officer), '', lapses_on as CivilDate, 1] satisfies Entry]),
    ]);

/** What is due before a day, and on each day from then until another. Of today or later: of days before, the rows themselves tell. */
export function landingOf(db: Statements, officer: string | null, from: CivilDate, until: CivilDate) {
  const what = heldBy(officer);
  const days = tallyDays(db, landingTally, what, [from, until]);
  // Whoever is only said to have died is as yet among them, and nothing is asked of those.
  const held = entriesOfSome(db, landingTally, `SELECT p.id FROM ehc_plan p WHERE ${onHold('p.person_id', '?')}`, from);
  const countOn = (which: string, day: CivilDate) =>
    without(tallyOn(db, landingTally, which, day), held, which, day).get('') ?? 0;
  const asked = days.map(({ on, n }) => {
    const waiting = held.filter((entry) => entry[0] === what && entry[2] === on).length;
    return { on, count: n - waiting };
  });
  return { before: countOn(what, addDays(from, -1)) - countOn(lapsedWith(officer), from), days: asked };
}
