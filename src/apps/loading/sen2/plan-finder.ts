// Which plan of a person a record is about: the one on record, or the place of a new one.
import { ehcPlan } from '../../../cases/ehc-plan/ehc-plan.js';
import type { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import type { ReadSide } from '../../../engine/processing/read-side.js';

/** Plans that one person can have had with one authority; more is a mistake in the file. */
const mostPlans = 20;

export class PlanFinder {
  constructor(
    private readonly runner: CommandRunner,
    private readonly readSide: ReadSide,
  ) {}

  /**
   * Plans that were entered by hand are found in the read models (caught up before the load begins); plans that loads made lie at
   * ids that follow from person, authority and number, so that two loads at once, or one after a break, arrive at the same plan.
   */
  async find(personId: string, authority: string, startDate: CivilDate): Promise<string> {
    const known = this.readSide.db.all<{ id: string }>(
      // The plus keeps SQLite from looking through all plans of the authority for those of one person.
      'SELECT id FROM ehc_plan WHERE person_id = ? AND +authority = ?',
      personId,
      authority,
    );
    for (const { id } of known) if (!(await this.isOver(id, startDate))) return id;
    for (let number = 1; number <= mostPlans; number++) {
      const id = idFrom(personId, 'ehc-plan', authority, number);
      if (!(await this.isOver(id, startDate))) return id;
    }
    throw new Error('A person has more plans than can be');
  }

  /** A plan that ended before this one began is another plan. */
  private async isOver(id: string, startDate: CivilDate): Promise<boolean> {
    const { state } = await this.runner.journal.load(ehcPlan, id);
    const ended = state.ceased?.on ?? state.movedOut?.on;
    return ended !== undefined && ended < startDate;
  }
}
