// Which annual reviews are due when, and with whom: what the weeks of each SEND officer are counted from (EHC-01).
import { addDays, type CivilDate } from '../../kernel/calendar/index.js';
import { keepTurns, tallyOn, turnsOfSome, without, type Turn } from '../../engine/processing/tally.js';
import type { Statements } from '../../engine/processing/statements.js';
import { never, openTask } from '../../engine/deadlines/deadline-table.js';
import { onHold } from '../../engine/deadlines/nothing-asked.js';
import { goneOn, reviewKeys } from './absence-turns.js';

export const landingTally = 'ehc_landing';

/** Each officer's days lie together; those of children whom nobody holds too. */
const heldBy = (officer: string | null): string => `held ${officer ?? ''}`;
/** What is late and asked for no more, from that day on: no plan goes beyond the day before the 26th birthday (EHC-64). */
const lapsedWith = (officer: string | null): string => `lapsed ${officer ?? ''}`;

/** Everything that moves this of the child's own record: only what has happened is recorded (REC-24), so what has no end holds today. */
export const movingLanding = ['NamedWorkerAssigned', 'NamedWorkerEnded'] as const;

/** The deadlines of the plan and the workers of the child are written before. */
export function keepLanding(db: Statements, id: string, personId: string): void {
  const due =
    goneOn(db, personId) === undefined
      ? db.all<{ due_on: CivilDate; lapses_on: CivilDate }>(
          `SELECT due_on, lapses_on FROM deadline_row WHERE case_id = ? AND pathway = 'ehc' AND key IN (${reviewKeys.map(() => '?').join(', ')}) AND ${openTask('')} AND lapses_on > due_on`,
          id,
          ...reviewKeys,
        )
      : [];
  const officer = db.get<{ worker_id: string }>(
    `SELECT worker_id FROM named_worker WHERE person_id = ? AND role = 'send-officer' AND to_on = '${never}' ORDER BY from_on DESC LIMIT 1`,
    personId,
  );
  const worker = officer?.worker_id ?? null;
  const turns = due.flatMap(({ due_on, lapses_on }): Turn[] => [
    [heldBy(worker), '', due_on, 1],
    ...(lapses_on === never ? [] : [[lapsedWith(worker), '', lapses_on, 1] satisfies Turn]),
  ]);
  keepTurns(db, landingTally, id, turns);
}

/** What is due before a day, and on each day from then until another. Of today or later: of days before, the rows themselves tell. */
export function landingOf(db: Statements, officer: string | null, from: CivilDate, until: CivilDate) {
  const what = heldBy(officer);
  const days = db.all<{ on: CivilDate; count: number }>(
    `SELECT substr(period, 2) AS "on", n AS count FROM ${landingTally}_tally WHERE what = ? AND period >= ? AND period < ? ORDER BY period`,
    ...[what, `d${from}`, `d${until}`],
  );
  // Whoever is only said to have died is as yet among them, and nothing is asked of those.
  const held = turnsOfSome(db, landingTally, `SELECT p.id FROM ehc_plan p WHERE ${onHold('p.person_id', '?')}`, from);
  const countOn = (which: string, day: CivilDate) =>
    without(tallyOn(db, landingTally, which, day), held, which, day).get('') ?? 0;
  const asked = days.map(({ on, count }) => {
    const waiting = held.filter((turn) => turn[0] === what && turn[2] === on).length;
    return { on, count: count - waiting };
  });
  return { before: countOn(what, addDays(from, -1)) - countOn(lapsedWith(officer), from), days: asked };
}
