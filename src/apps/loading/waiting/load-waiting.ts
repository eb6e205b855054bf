// Loads a waiting list: the wait of each row whole or not at all, what is there already untouched.
import type { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { wait } from '../../../cases/waiting/wait.js';
import { reported, type Oddity } from '../lists/oddity.js';
import { refusedRow } from '../lists/refused-row.js';
import { rehearse } from '../lists/rehearse.js';
import type { Values } from '../lists/values.js';
import type { Found, People } from '../people/find-person.js';
import type { RowContext, RowResult } from '../run-load.js';
import type { WaitFinder } from './find-wait.js';
import { waitingRow, type WaitingRow } from './waiting-row.js';
import { waitOddities, waitFromRow } from './wait-from-row.js';

export interface WaitingParts {
  readonly runner: CommandRunner;
  readonly people: People;
  readonly waits: WaitFinder;
  readonly today: CivilDate;
  readonly dryRun: boolean;
}

export class WaitingLoader {
  constructor(private readonly parts: WaitingParts) {}

  async apply(values: Values, line: number, context: RowContext): Promise<RowResult> {
    const row = waitingRow(values, this.parts.today);
    return this.parts.people.whose(row.person, row.receivedOn, context.command('person'), async (found) => {
      try {
        return await this.bring(row, line, found, context);
      } catch (error) {
        return refusedRow(error, line, found);
      }
    });
  }

  private async bring(row: WaitingRow, line: number, found: Found, context: RowContext): Promise<RowResult> {
    const { runner, waits, today, dryRun } = this.parts;
    const { personId } = found;
    const { id, alsoWaits } = await waits.find(personId, row);
    const { state, history } = await runner.journal.load(wait, id);
    const { facts } = rehearse(wait, history, waitFromRow(row, personId, state, today), today);
    await found.check(facts);
    const ofPerson = await found.record();
    const commands = (now: typeof state) => waitFromRow(row, personId, now, today).map(({ command }) => command);
    const recorded =
      dryRun || facts.length === 0
        ? facts
        : (await runner.runAll(wait, id, commands, context.command(`wait ${id}`))).events;
    const all = [...ofPerson, ...recorded.map(({ type }) => type)];
    const isNew = all.includes('WaitReferralReceived');
    const oddities = [...waitOddities(row, state), ...(isNew && alsoWaits ? [alsoWaiting] : [])];
    const outcome = isNew ? 'loaded' : all.length > 0 ? 'changed' : 'unchanged';
    return {
      outcome,
      facts: all,
      problems: [...found.oddities.map((message) => ({ message })), ...oddities].map((one) => reported(line, one)),
    };
  }
}

const alsoWaiting: Oddity = {
  field: 'referral_received',
  message: 'Waits on this list already, since another referral: one of them may be a mistake.',
};
