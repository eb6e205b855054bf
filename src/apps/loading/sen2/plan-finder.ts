// Which plans of a person the requests of a record are about: those on record, or the places of new ones.
import { ehcPlan } from '../../../cases/ehc-plan/ehc-plan.js';
import type { Plan } from '../../../cases/ehc-plan/domain/state.js';
import type { CommandRunner } from '../../../engine/commands/command-runner.js';
import { daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import { refuse } from '../../../kernel/errors.js';
import { idFrom } from '../../../kernel/ids.js';
import type { ReadSide } from '../../../engine/processing/read-side.js';

/** Plans that one person can have had with one authority; more is a mistake in the file. */
const mostPlans = 20;

/** A start that is further from the one on record is no slip of the pen: another request of the return may be about that plan. */
const mostCorrectedDays = 366;

interface Whose {
  readonly personId: string;
  readonly isNew: boolean;
}

export class PlanFinder {
  /** Of this load: with which start each plan stands in the file. No other request is about it. */
  private readonly taken = new Map<string, CivilDate>();

  constructor(
    private readonly runner: CommandRunner,
    private readonly readSide: ReadSide,
  ) {}

  /**
   * The plan for each start, in the order asked. A plan that began on the day is the one; else one on record that no other request of the
   * file is about had its start corrected; else it is another plan. Plans that were entered by hand are found in the read models (caught up
   * before the load begins); those that loads made lie at ids that follow from person, authority and number, so that two loads at once, or
   * one after a break, arrive at the same. Error: `refused-by-rule` where it could be several.
   */
  async find({ personId, isNew }: Whose, authority: string, starts: readonly CivilDate[]): Promise<readonly string[]> {
    const { onRecord, places } = isNew
      ? placesOfNew(personId, authority)
      : await this.plansOf(personId, authority, starts);
    const begunOn = (start: CivilDate) =>
      [...onRecord].find(([id, plan]) => (this.taken.get(id) ?? plan.made?.on) === start)?.[0] ??
      places.find((place) => this.taken.get(place) === start);
    const found = new Map(starts.map((start) => [start, begunOn(start)]));
    for (const [start, id] of found) if (id !== undefined) this.taken.set(id, start);
    for (const [start, id] of found) {
      if (id !== undefined) continue;
      const corrected = this.correctedBy(start, onRecord) ?? places.find((place) => !this.taken.has(place));
      if (corrected === undefined)
        throw refuse('REC-11', `The young person would have more than ${mostPlans} plans with this authority.`, {
          help: 'Look which plans the return tells of them: each start that is none of their plans counts as another.',
          fields: [{ field: 'startdate', problem: 'is that of none of their plans' }],
        });
      found.set(start, corrected);
      this.taken.set(corrected, start);
    }
    return starts.map((start) => found.get(start)!);
  }

  /** What a refused record took is free for the next one. */
  letGo(planIds: readonly string[]): void {
    for (const id of planIds) this.taken.delete(id);
  }

  private correctedBy(start: CivilDate, onRecord: ReadonlyMap<string, Plan>): string | undefined {
    const open = [...onRecord].filter(([id, plan]) => !this.taken.has(id) && !isOver(plan, start));
    if (open.length > 1)
      throw refuse(
        'REC-11',
        'The young person has several plans with this authority, and none of them began on that day.',
        {
          help: 'Correct the start of the plan that is meant, here or at its source; then load the return again.',
          fields: [{ field: 'startdate', problem: 'is that of none of their plans' }],
        },
      );
    const [id, plan] = open[0] ?? [];
    if (plan?.made && Math.abs(daysBetween(plan.made.on, start)) > mostCorrectedDays)
      throw refuse(
        'REC-11',
        'The plan on record began more than a year before or after that day: it may be another plan.',
        {
          help: 'If it is the same, correct its start here, or at its source; if it is another, say when the first one ended. Then load the return again.',
          fields: [{ field: 'startdate', problem: 'is more than a year from the start on record' }],
        },
      );
    return id;
  }

  private async plansOf(personId: string, authority: string, starts: readonly CivilDate[]) {
    const known = this.readSide.db.all<{ id: string }>(
      // The plus keeps SQLite from looking through all plans of the authority for those of one person.
      'SELECT id FROM ehc_plan WHERE person_id = ? AND +authority = ? ORDER BY id',
      personId,
      authority,
    );
    const onRecord = new Map<string, Plan>();
    for (const { id } of known) onRecord.set(id, await this.planAt(id));
    const places: string[] = [];
    const begun = new Set([...onRecord].map(([id, { made }]) => this.taken.get(id) ?? made?.on));
    if (starts.every((start) => begun.has(start))) return { onRecord, places };
    let free = 0;
    for (let number = 1; number <= mostPlans && free < starts.length; number++) {
      const place = placeOf(personId, authority, number);
      const plan = onRecord.get(place) ?? (await this.planAt(place));
      if (plan.personId !== undefined) onRecord.set(place, plan);
      else places.push(place);
      if (plan.personId === undefined && !this.taken.has(place)) free++;
    }
    return { onRecord, places };
  }

  private async planAt(id: string): Promise<Plan> {
    return (await this.runner.journal.load(ehcPlan, id)).state;
  }
}

const placeOf = (personId: string, authority: string, number: number): string =>
  idFrom(personId, 'ehc-plan', authority, number);

/** Somebody who is not on record has no plan on record. */
const placesOfNew = (personId: string, authority: string) => ({
  onRecord: new Map<string, Plan>(),
  places: Array.from({ length: mostPlans }, (_, at) => placeOf(personId, authority, at + 1)),
});

/** A plan that ended before this one began is another plan. */
function isOver({ ceased, movedOut }: Plan, startDate: CivilDate): boolean {
  const ended = ceased?.on ?? movedOut?.on;
  return ended !== undefined && ended < startDate;
}
