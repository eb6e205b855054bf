// Which cases are written again because of something outside their own stream: what is said of their person, or a setting of the area.
import type { Envelope } from '../../store/codec.js';
import type { Statements } from '../processing/statements.js';
import { casesToReckonAnew } from '../settings/projection.js';
import type { YoungPersonFact } from './domain/events.js';
import { toldOf } from './person-then.js';

/** For `alsoTouchedBy`: `all` asks for the ids of every case, `ofPerson` for those of one; `by` are the events of a person that count. */
export function touchedCases(
  by: readonly YoungPersonFact['type'][],
  { all, ofPerson }: { readonly all: string; readonly ofPerson: string },
): (event: Envelope, db: Statements) => readonly string[] {
  const touching: ReadonlySet<string> = new Set(by);
  return (event, db) => {
    const personId = toldOf(event);
    if (personId === undefined || !touching.has(event.type)) return casesToReckonAnew(event, db, all);
    return db.all<{ id: string }>(ofPerson, personId).map(({ id }) => id);
  };
}
