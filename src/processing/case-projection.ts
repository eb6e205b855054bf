// Read models of a case are a function of its state: fold what is new, then write the rows anew.
import type { Envelope } from '../event-store/codec.js';
import { parseStream, type Folding } from '../kernel/decider.js';
import type { Fact } from '../kernel/events.js';
import type { Projection } from './projection.js';
import type { Statements } from './statements.js';

export interface CaseProjection<S> {
  readonly name: string;
  readonly version: number;
  readonly tables: string;
  /** Writes every row of the case from its state: replaces what is there. */
  write(id: string, state: S, db: Statements, last: Envelope | undefined): void;
  /**
   * Events of other streams that change rows of this case type (a corrected birth date moves age gates):
   * answers the ids of the cases to write again.
   */
  alsoTouchedBy?(event: Envelope, db: Statements): readonly string[];
}

/** States kept in memory between pages; the table holds them all. */
const cacheSize = 20_000;

/** Makes a projection that keeps the folded state of each case beside its rows, as JSON. */
export function caseProjection<S, F extends Fact>(type: Folding<S, F>, spec: CaseProjection<S>): Projection {
  const stateTable = `${spec.name}_state`;
  const upsert = `INSERT INTO ${stateTable} (id, state) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state`;
  let cachedFor: Statements | undefined;
  let cache = new Map<string, S>();

  const stateOf = (id: string, db: Statements): S => cache.get(id) ?? readState<S>(db, spec.name, id) ?? type.initial;

  return {
    name: spec.name,
    version: spec.version,
    tables: `CREATE TABLE ${stateTable} (id TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;\n${spec.tables}`,
    apply(events, db) {
      // A page that failed was rolled back: what the cache learnt from it must go too. Two databases never share states.
      if (cachedFor !== db || cache.size > cacheSize) cache = new Map();
      cachedFor = undefined;
      const touched = new Map<string, Envelope[]>();
      for (const event of events) {
        const { category, id } = parseStream(event.stream);
        if (category === type.category) push(touched, id, event);
        for (const other of spec.alsoTouchedBy?.(event, db) ?? []) if (!touched.has(other)) touched.set(other, []);
      }
      for (const [id, news] of touched) {
        let state = stateOf(id, db);
        for (const event of news) state = type.evolve(state, event as unknown as Parameters<typeof type.evolve>[1]);
        cache.set(id, state);
        if (news.length > 0) db.run(upsert, id, JSON.stringify(state));
        spec.write(id, state, db, news[news.length - 1]);
      }
      cachedFor = db;
    },
  };
}

/** The state of a case as its projection keeps it. */
export function readState<S>(db: Statements, projection: string, id: string): S | undefined {
  const row = db.get<{ state: string }>(`SELECT state FROM ${projection}_state WHERE id = ?`, id);
  return row && (JSON.parse(row.state) as S);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
