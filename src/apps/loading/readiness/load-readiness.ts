// Loads a clinic's list of who is on Ready Steady Go: the programme of each row whole or not at all, what is there already untouched.
import type { Programme } from '../../../cases/readiness/domain/state.js';
import { firstPlace, openTransitionOf, placesFrom } from '../../../cases/readiness/programmes-beside.js';
import { readiness } from '../../../cases/readiness/readiness.js';
import type { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { ReadSide } from '../../../engine/processing/read-side.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { reported } from '../lists/oddity.js';
import { refusedRow } from '../lists/refused-row.js';
import { rehearse } from '../lists/rehearse.js';
import type { Values } from '../lists/values.js';
import type { Found, People } from '../people/find-person.js';
import type { RowContext, RowResult } from '../run-load.js';
import { readinessFromRow, readinessOddities } from './readiness-from-row.js';
import { readinessRow, type ReadinessRow } from './readiness-row.js';

export interface ReadinessParts {
  readonly runner: CommandRunner;
  readonly readSide: ReadSide;
  readonly people: People;
  readonly today: CivilDate;
  readonly dryRun: boolean;
}

export class ReadinessLoader {
  /** Programmes of this load, which the read models do not show yet. */
  private readonly fresh = new Map<string, Set<string>>();

  constructor(private readonly parts: ReadinessParts) {}

  async apply(values: Values, line: number, context: RowContext): Promise<RowResult> {
    const row = readinessRow(values, this.parts.today);
    return this.parts.people.whose(row.person, row.startedOn, context.command('person'), async (found) => {
      try {
        return await this.bring(row, line, found, context);
      } catch (error) {
        return refusedRow(error, line, found);
      }
    });
  }

  private async bring(row: ReadinessRow, line: number, found: Found, context: RowContext): Promise<RowResult> {
    const { runner, readSide, today, dryRun } = this.parts;
    const { personId } = found;
    const id = await this.find(personId, row);
    const known = { personId, transitionId: openTransitionOf(readSide.db, personId), today };
    const { state, history } = await runner.journal.load(readiness, id);
    const { facts } = rehearse(readiness, history, readinessFromRow(row, state, known), today);
    await found.check(facts);
    const ofPerson = await found.record();
    const commands = (now: Programme) => readinessFromRow(row, now, known).map(({ command }) => command);
    const recorded =
      dryRun || facts.length === 0
        ? facts
        : (await runner.runAll(readiness, id, commands, context.command(`readiness ${id}`))).events;
    const all = [...ofPerson, ...recorded.map(({ type }) => type)];
    const outcome = state.started === undefined ? 'loaded' : all.length > 0 ? 'changed' : 'unchanged';
    const oddities = [...found.oddities.map((message) => ({ message })), ...readinessOddities(row, state, today)];
    return { outcome, facts: all, problems: oddities.map((one) => reported(line, one)) };
  }

  /**
   * A programme of this clinic that began on that day, or one that still runs, however it came here; else the place of a new one, at which two
   * loads at once arrive, and whoever starts one at that moment.
   */
  private async find(personId: string, { service, organisation, startedOn }: ReadinessRow): Promise<string> {
    const { runner, readSide } = this.parts;
    const clinic = [personId, 'readiness', service, organisation] as const;
    const fresh = this.fresh.get(clinic.join('\n')) ?? new Set<string>();
    this.fresh.set(clinic.join('\n'), fresh);
    const sql =
      'SELECT id FROM readiness_programme WHERE person_id = ? AND service = ? AND organisation = ? ORDER BY id';
    const rows = readSide.db.all<{ id: string }>(sql, personId, service, organisation);
    const all = new Map<string, Programme>();
    const places = await placesFrom(runner.journal, firstPlace({ personId, service, organisation }));
    for (const { id, state } of places) if (state.started) all.set(id, state);
    for (const id of new Set([...rows.map((row) => row.id), ...fresh])) {
      const { state } = await runner.journal.load(readiness, id);
      if (state.started) all.set(id, state);
    }
    const begun = [...all].find(([, { started }]) => started?.on === startedOn)?.[0];
    const running = [...all].find(([, state]) => !state.ended)?.[0];
    const id = begun ?? running ?? places.at(-1)!.id;
    fresh.add(id);
    return id;
  }
}
