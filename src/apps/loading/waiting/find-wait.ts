// Which wait of a person a row is about: one that its referral number or its date is known for, or the place of a new one.
import type { CommandRunner } from '../../../engine/commands/command-runner.js';
import { idFrom } from '../../../kernel/ids.js';
import type { ReadSide } from '../../../engine/processing/read-side.js';
import { wait } from '../../../cases/waiting/wait.js';
import { isOnList, type Wait } from '../../../cases/waiting/domain/state.js';
import type { WaitingRow } from './waiting-row.js';

export interface FoundWait {
  readonly id: string;
  /** Whether the person waits on the same list already, under another referral. */
  readonly alsoWaits: boolean;
}

export class WaitFinder {
  /** Waits of this load, which the read models do not show yet. */
  private readonly fresh = new Map<string, Set<string>>();

  constructor(
    private readonly runner: CommandRunner,
    private readonly readSide: ReadSide,
  ) {}

  /**
   * Ids follow from the person, the list and the referral, so that two loads at once arrive at the same wait. A date that the clock of
   * a wait has or had is known for it; any other date is another referral, because a resemblance must not re-date a wait (WAIT-44).
   */
  async find(personId: string, row: WaitingRow): Promise<FoundWait> {
    const { pathway, service, provider, referralId, receivedOn } = row;
    const list = [personId, 'wait', service, provider, pathway] as const;
    const byNumber = referralId === undefined ? undefined : idFrom(...list, 'referral', referralId);
    const byDate = idFrom(...list, receivedOn);
    const fresh = this.fresh.get(list.join('\n')) ?? new Set<string>();
    this.fresh.set(list.join('\n'), fresh);
    // The plus keeps SQLite from looking through the whole list for the waits of one person.
    const sql =
      'SELECT id FROM wait_case WHERE person_id = ? AND +pathway = ? AND service = ? AND provider = ? ORDER BY id';
    const known = this.readSide.db.all<{ id: string }>(sql, personId, pathway, service, provider);
    const all = new Map<string, Wait>();
    for (const id of new Set([...(byNumber ? [byNumber] : []), byDate, ...known.map((row) => row.id), ...fresh])) {
      const { state } = await this.runner.journal.load(wait, id);
      if (state.received) all.set(id, state);
    }
    const numbered = byNumber !== undefined && all.has(byNumber) ? byNumber : undefined;
    const id =
      numbered ?? [...all].find(([, { startsHad }]) => startsHad.includes(receivedOn))?.[0] ?? byNumber ?? byDate;
    fresh.add(id);
    return { id, alsoWaits: [...all].some(([other, state]) => other !== id && isOnList(state)) };
  }
}
