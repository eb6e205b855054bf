// What runs beside a programme: another one of the same clinic, and a CAMHS transition (RSG-E3).
import { never } from '../../engine/deadlines/deadline-table.js';
import type { Statements } from '../../engine/processing/statements.js';
import { OnwardError } from '../../kernel/errors.js';
import { idFrom } from '../../kernel/ids.js';
import type { Journal } from '../../store/journal.js';
import { readinessKind } from './domain/readiness-kind.js';
import type { Programme } from './domain/state.js';

/** One programme for each young person, service and organisation. */
export interface Clinic {
  readonly personId: string;
  readonly service: string;
  readonly organisation: string;
}

/** As far as the lists know; `except` is the programme that is looked at. */
export const isRunning = (db: Statements, { personId, service, organisation }: Clinic, except = ''): boolean =>
  db.get(
    // The plus keeps SQLite from looking through all that run for those of one person.
    `SELECT 1 AS running FROM readiness_programme
     WHERE person_id = ? AND service = ? AND organisation = ? AND +ended_on = '${never}' AND id <> ?`,
    personId,
    service,
    organisation,
    except,
  ) !== undefined;

/**
 * Where the first programme stands. Ids follow from the young person and the clinic and not from who starts it: two starts at once arrive at
 * one stream, of which the store takes the first alone. The next ones stand behind it, each once the one before has ended.
 */
export const firstPlace = ({ personId, service, organisation }: Clinic): string =>
  idFrom(personId, 'readiness', service, organisation);

interface Place {
  readonly id: string;
  readonly state: Programme;
  /** Whether the command was carried out here already. */
  readonly again: boolean;
}

/** The programmes that stand there, and last the place that nobody has taken. */
export async function placesFrom(journal: Journal, first: string, commandId?: string): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (let id = first; ; id = idFrom(first, String(places.length))) {
    const { state, before } = await journal.load(readinessKind, id, commandId);
    places.push({ id, state, again: before.length > 0 });
    if (!state.started) return places;
  }
}

/** Whether another programme of the clinic runs, also one that the lists do not show yet. */
export async function runsBeside(journal: Journal, db: Statements, id: string, clinic: Clinic): Promise<boolean> {
  const places = await placesFrom(journal, firstPlace(clinic));
  const runs = places.some((one) => one.id !== id && one.state.started && !one.state.ended);
  return runs || isRunning(db, clinic, id);
}

/** Error for a second one. */
export const alreadyRuns = (): OnwardError =>
  new OnwardError('already-exists', {
    rule: 'RSG-01',
    detail: 'They are in the programme of this clinic already.',
    help: 'One programme for each young person and clinic: go on with that one, or end it first.',
  });

/** The one that was opened last of those that are open. */
export const openTransitionOf = (db: Statements, personId: string): string | undefined =>
  db.get<{ id: string }>(
    `SELECT id FROM transition_case WHERE person_id = ? AND open_until = '${never}' ORDER BY opened_on DESC LIMIT 1`,
    personId,
  )?.id;
