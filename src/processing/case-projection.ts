// Read models of a case are a function of its state: fold what is new, then write the rows anew.
import type { Envelope } from '../event-store/codec.js';
import { parseStream, type Folding } from '../kernel/decider.js';
import type { Fact } from '../kernel/events.js';
import { CaseStates, stateTables, type Held } from './case-states.js';
import { naming } from './naming.js';
import type { BulkFill, CaseByCase, Projection } from './projection.js';
import { IntoEmptyTables, type Statements } from './statements.js';

export interface CaseProjection<S> {
  readonly name: string;
  readonly version: number;
  readonly tables: string;
  /** As in `Projection`. */
  lastRows?(db: Statements): void;
  /** Set when personal fields of the case stand in its rows. */
  readonly showsPersonal?: boolean;
  /** As in a projection. */
  readonly lookedUp?: boolean;
  /** Writes every row of the case from its state: deletes what is there, inserts what should be. `revision` is the case's. */
  write(id: string, state: S, db: Statements, revision: number): void;
  /**
   * Events of other streams that change rows of this case type (a corrected birth date moves age gates):
   * answers the ids of the cases to write again.
   */
  alsoTouchedBy?(event: Envelope, db: Statements): readonly string[];
}

/** Makes a projection that keeps the folded state of each case beside its rows, as JSON. */
export function caseProjection<S, F extends Fact>(type: Folding<S, F>, spec: CaseProjection<S>): Projection {
  let kept: { readonly db: Statements; readonly states: CaseStates<S> } | undefined;

  const evolve = (held: Held<S>, event: Envelope): Held<S> => ({
    state: type.evolve(held.state, event as unknown as Parameters<typeof type.evolve>[1]),
    // Revisions have no gaps, and a projection sees every event of a case.
    revision: held.revision + 1,
  });

  return {
    name: spec.name,
    version: spec.version,
    opens: spec.showsPersonal ? [type.category] : [],
    lookedUp: spec.lookedUp ?? false,
    tables: `${stateTables(spec.name)}\n${spec.tables}`,
    lastRows: spec.lastRows,

    apply(events, db) {
      // A page that failed was rolled back: what was remembered of it must go too. Two databases never share states.
      const states = kept?.db === db ? kept.states : new CaseStates(db, spec.name, type.initial);
      kept = undefined;
      const touched = new Map<string, Envelope[]>();
      for (const event of events) {
        const { category, id } = parseStream(event.stream);
        if (category === type.category) push(touched, id, event);
        for (const other of spec.alsoTouchedBy?.(event, db) ?? []) if (!touched.has(other)) touched.set(other, []);
      }
      for (const [id, news] of touched) {
        const held = news.reduce(evolve, states.get(id));
        if (news.length > 0) states.save(id, held);
        spec.write(id, held.state, db, held.revision);
      }
      kept = { db, states };
    },

    caseByCase(db): CaseByCase {
      const empty = new IntoEmptyTables(db.database);
      const states = new CaseStates(empty, spec.name, type.initial);
      let inHand: { readonly last: Envelope; readonly id: string; readonly held: Held<S> } | undefined;
      const put = () => {
        if (!inHand) return;
        const { last, id, held } = inHand;
        inHand = undefined;
        naming(last, () => {
          states.insert(id, held);
          spec.write(id, held.state, empty, held.revision);
        });
      };
      return {
        category: type.category,
        take(events) {
          for (const event of events) {
            if (inHand?.last.stream !== event.stream) put();
            const id = inHand?.id ?? parseStream(event.stream).id;
            const before = inHand?.held ?? { state: type.initial, revision: -1 };
            inHand = { last: event, id, held: naming(event, () => evolve(before, event)) };
          }
        },
        finish: put,
      };
    },

    bulk(db): BulkFill {
      const states = new CaseStates(db, spec.name, type.initial);
      return {
        take(events) {
          for (const event of events) {
            const { category, id } = parseStream(event.stream);
            if (category === type.category) states.hold(id, evolve(states.get(id), event));
          }
        },
        finish() {
          states.saveHeld();
          const empty = new IntoEmptyTables(db.database);
          for (const { id, state, revision } of states.all()) spec.write(id, state, empty, revision);
        },
      };
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

/** The same of many at once, for a list: by their ids, without those that there are not. */
export function readStates<S>(db: Statements, projection: string, ids: readonly string[]): Map<string, S> {
  const sql = `SELECT id, state FROM ${projection}_state WHERE id IN (SELECT value FROM json_each(?))`;
  const rows = db.all<{ id: string; state: string }>(sql, JSON.stringify(ids));
  return new Map(rows.map(({ id, state }) => [id, JSON.parse(state) as S] as const));
}
