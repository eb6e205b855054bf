// Which transition of a person a row is about: the open one on record, one of the same time, or the place of a new one.
import type { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import type { ReadSide } from '../../../engine/processing/read-side.js';
import { transition } from '../../../cases/camhs-transition/transition.js';

interface Time {
  readonly referredOn: CivilDate;
  readonly closedOn?: CivilDate;
}

export class TransitionFinder {
  /** Cases of this load, which the read models do not show yet. */
  private readonly fresh = new Map<string, Set<string>>();

  constructor(
    private readonly runner: CommandRunner,
    private readonly readSide: ReadSide,
  ) {}

  /**
   * The read models were caught up before the load began; cases that loads opened lie at ids that follow from person and referral,
   * so that two loads at once, or one after a break, arrive at the same case.
   */
  async find(personId: string, row: Time): Promise<string> {
    const place = idFrom(personId, 'transition', row.referredOn);
    const fresh = this.fresh.get(personId) ?? new Set();
    this.fresh.set(personId, fresh.add(place));
    const known = this.readSide.db.all<{ id: string }>(
      'SELECT id FROM transition_case WHERE person_id = ? ORDER BY id',
      personId,
    );
    const all = [...new Set([place, ...known.map(({ id }) => id), ...fresh])];
    const times = await Promise.all(all.map((id) => this.timeOf(id)));
    const same = times.findIndex((time) => time?.referredOn === row.referredOn);
    // One young person is open to CAMHS once: times that touch are one case, of which a date was corrected.
    const at = same >= 0 ? same : times.findIndex((time) => time !== undefined && touch(time, row));
    const id = all[at] ?? place;
    fresh.add(id);
    return id;
  }

  private async timeOf(id: string): Promise<Time | undefined> {
    const { opened, closed } = (await this.runner.journal.load(transition, id)).state;
    return opened && { referredOn: opened.referredOn, closedOn: closed?.on };
  }
}

const touch = (one: Time, other: Time): boolean =>
  (one.closedOn === undefined || other.referredOn <= one.closedOn) &&
  (other.closedOn === undefined || one.referredOn <= other.closedOn);
