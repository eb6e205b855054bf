// Read models of a case are a function of its state: fold what is new, or after a correction all of it, then write the rows anew.
import type { Envelope } from '../../store/codec.js';
import { parseStream, streamOf, type Folding } from '../../kernel/decider.js';
import { mayCorrect } from '../../kernel/corrections.js';
import type { Fact, Recorded } from '../../kernel/events.js';
import { stateOf } from '../../kernel/history.js';
import { CaseStates, stateTables, type Held } from './case-states.js';
import type { BulkFill, CaseByCase, Projection, WholeStreams } from './projection.js';
import { asideOf, foldsSetAside, isOfTheCase, keepAside, personOf, setAside, takeBack, tryCase } from './set-aside.js';
import { IntoEmptyTables, OverHalfACase, type Statements } from './statements.js';

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
  /** Of case types that are about a person. */
  readonly ofPerson?: OfPerson;
}

/** A case that stands still keeps its old rows; of somebody who was forgotten it keeps nothing (REC-12, docs/adr/0044). */
export interface OfPerson {
  isForgotten(db: Statements, personId: string): boolean;
  /** Takes away every row and every count of the case. */
  erase(id: string, db: Statements, personId: string): void;
}

/** What is remembered of a database between two pages. */
interface Kept<S> {
  readonly db: Statements;
  readonly states: CaseStates<S>;
  /** Folds of the cases that are set aside. */
  readonly aside: Map<string, Held<S> | undefined>;
}

/**
 * Makes a projection that keeps the folded state of each case beside its rows, as JSON. A case that cannot be folded or written is set aside
 * with the rows that it had; it comes back with the first event after which it can, or when it is tried again (docs/adr/0044).
 */
export function caseProjection<S, F extends Fact>(type: Folding<S, F>, spec: CaseProjection<S>): Projection {
  let kept: Kept<S> | undefined;

  type Event = F & Recorded;

  const corrects = (event: Envelope): boolean => mayCorrect(event.type, type.corrects);

  /** Revisions have no gaps, and a projection sees every event of a case. Error: the fold's. */
  function foldOn(held: Held<S>, events: readonly Envelope[], whole?: WholeStreams): Held<S> {
    const revision = held.revision + events.length;
    if (events.some(corrects)) return { state: stateOf(type, fromTheFirst(held, events, whole)), revision };
    let { state } = held;
    for (const event of events) state = type.evolve(state, event as unknown as Event);
    return { state, revision };
  }

  /** Everything up to the last of these. */
  function fromTheFirst(held: Held<S>, events: readonly Envelope[], whole?: WholeStreams): readonly Event[] {
    const { stream, id } = events[events.length - 1] as Envelope;
    const all = held.revision < 0 ? events : whole?.get(stream);
    const last = all?.findIndex((event) => event.id === id) ?? -1;
    if (!all || last < 0) throw new HistoryWanted(stream);
    return all.slice(0, last + 1) as unknown as readonly Event[];
  }

  const remembering = (db: Statements): Kept<S> => ({
    db,
    states: new CaseStates(db, spec.name, type.initial),
    aside: foldsSetAside<S>(db, spec.name),
  });

  const putCase = ({ db, states, aside }: Kept<S>, id: string, held: Held<S>, save: boolean): unknown => {
    const problem = tryCase(db, () => {
      spec.write(id, held.state, db, held.revision);
      if (save) states.save(id, held);
      if (aside.has(id)) takeBack(db, spec.name, id);
    });
    if (problem === undefined) aside.delete(id);
    else states.forget(id);
    return problem;
  };

  const eraseForgotten = (db: Statements, id: string, person: string | undefined): boolean => {
    if (!spec.ofPerson || person === undefined || !spec.ofPerson.isForgotten(db, person)) return false;
    spec.ofPerson.erase(id, db, person);
    return true;
  };

  /** Answers whether it was of somebody forgotten, and is gone. */
  function letGo({ db, states, aside }: Kept<S>, id: string, events: readonly Envelope[]): boolean {
    const person = events.map(personOf).find((one) => one !== undefined);
    if (!eraseForgotten(db, id, person)) return false;
    states.remove(id);
    takeBack(db, spec.name, id);
    aside.delete(id);
    return true;
  }

  function takeCase(now: Kept<S>, id: string, { own, all, last }: News, whole?: WholeStreams, from?: Held<S>): void {
    const { db, states, aside } = now;
    const wasAside = aside.has(id);
    const before = from ?? (wasAside ? aside.get(id) : states.get(id));
    // It does not fold: what comes after cannot be known.
    if (before === undefined) return void letGo(now, id, all);
    const streams = before.revision < 0 && own[0] ? new Map([[own[0].stream, own]]) : whole;
    const after = folded(before, own, streams);
    if (after && putCase(now, id, after, own.length > 0 || wasAside) === undefined) return;
    // Once more, one event after the other: the rows become those of the last event after which they could be made.
    let held: Held<S> | undefined = before;
    let failed: { readonly event: Envelope; readonly problem: unknown } | undefined;
    const trying = own.length > 0 ? own : [undefined];
    for (const event of trying) {
      try {
        held = event ? foldOn(held, [event], streams) : held;
      } catch (problem) {
        failed ??= { event: event ?? last, problem };
        held = undefined;
        break;
      }
      const problem = putCase(now, id, held, event !== undefined);
      failed = problem === undefined ? undefined : (failed ?? { event: event ?? last, problem });
    }
    if (!failed || letGo(now, id, all)) return;
    // Which event it was stays known, however many follow.
    if (wasAside && aside.has(id)) keepAside(db, spec.name, id, held);
    else setAside(db, spec.name, id, failed, held);
    aside.set(id, held);
  }

  const folded = (before: Held<S>, events: readonly Envelope[], whole?: WholeStreams): Held<S> | undefined => {
    try {
      return foldOn(before, events, whole);
    } catch (problem) {
      if (problem instanceof HistoryWanted) throw problem;
      return undefined;
    }
  };

  return {
    name: spec.name,
    version: spec.version,
    opens: spec.showsPersonal ? [type.category] : [],
    lookedUp: spec.lookedUp ?? false,
    tables: `${stateTables(spec.name)}\n${spec.tables}`,
    lastRows: spec.lastRows,

    foldsAnew: (event) => corrects(event) && parseStream(event.stream).category === type.category,

    apply(events, db, whole) {
      // A page that failed was rolled back: what was remembered of it must go too. Two databases never share states.
      const now = kept?.db === db ? kept : remembering(db);
      kept = undefined;
      const touched = new Map<string, News>();
      const newsOf = (id: string, event: Envelope): News => {
        const news = touched.get(id) ?? { own: [], all: [], last: event };
        news.all.push(event);
        touched.set(id, { ...news, last: event });
        return news;
      };
      for (const event of events) {
        const { category, id } = parseStream(event.stream);
        if (category === type.category) newsOf(id, event).own.push(event);
        for (const other of spec.alsoTouchedBy?.(event, db) ?? []) newsOf(other, event);
      }
      for (const event of now.aside.size > 0 ? events : []) {
        const person = personOf(event);
        if (person !== undefined && spec.ofPerson?.isForgotten(db, person))
          for (const id of asideOf(db, spec.name, person)) newsOf(id, event);
      }
      for (const [id, news] of touched) takeCase(now, id, news, whole);
      kept = now;
    },

    again(events, db) {
      const last = events.at(-1);
      if (!last) return;
      const now = remembering(db);
      const { id } = parseStream(last.stream);
      now.aside.delete(id);
      takeBack(db, spec.name, id);
      takeCase(now, id, { own: [...events], all: [...events], last }, undefined, { state: type.initial, revision: -1 });
    },

    caseByCase(db): CaseByCase {
      const empty = new IntoEmptyTables(db.database);
      const states = new CaseStates(empty, spec.name, type.initial);
      let inHand: Envelope[] = [];
      const put = () => {
        const [first] = inHand;
        if (first) putWhole(empty, states, parseStream(first.stream).id, inHand);
        inHand = [];
      };
      return {
        category: type.category,
        take(events) {
          for (const event of events) {
            if (inHand[0]?.stream !== event.stream) put();
            inHand.push(event);
          }
        },
        finish: put,
      };
    },

    bulk(db): BulkFill {
      const states = new CaseStates(db, spec.name, type.initial);
      /** Those that cannot be folded or written with the others, and those that are folded anew from their whole stream. */
      const alone = new Set<string>();
      return {
        take(events) {
          for (const event of events) {
            const { category, id } = parseStream(event.stream);
            if (category !== type.category || alone.has(id)) continue;
            const held = corrects(event) ? undefined : folded(states.get(id), [event]);
            if (held) states.hold(id, held);
            else alone.add(id);
          }
        },
        finish() {
          states.saveHeld();
          const empty = new IntoEmptyTables(db.database);
          for (const { id, state, revision } of states.all())
            if (!alone.has(id) && problemOf(empty, id, { state, revision }) !== undefined) alone.add(id);
          return [...alone].map((id) => streamOf(type.category, id));
        },
      };
    },
  };

  /** What went wrong with the case while a rebuild wrote it; then some of its rows may be there. */
  function problemOf(db: Statements, id: string, { state, revision }: Held<S>): unknown {
    try {
      spec.write(id, state, db, revision);
      return undefined;
    } catch (problem) {
      if (!isOfTheCase(problem)) throw problem;
      return problem ?? 'unknown';
    }
  }

  /** A case that cannot be written whole gets the rows of the longest part of its history that can. */
  function putWhole(empty: IntoEmptyTables, states: CaseStates<S>, id: string, events: readonly Envelope[]): void {
    const start: Held<S> = { state: type.initial, revision: -1 };
    const whole = folded(start, events);
    if (whole && problemOf(empty, id, whole) === undefined) return states.insert(id, whole);
    const over = new OverHalfACase(empty.database);
    let failed: { readonly event: Envelope; readonly problem: unknown } | undefined;
    for (let good = events.length; good > 0; good--) {
      const held = folded(start, events.slice(0, good));
      const problem = held ? problemOf(over, id, held) : problemOfFold(start, events.slice(0, good));
      if (problem === undefined && held) {
        states.insert(id, held);
        break;
      }
      const event = events[good - 1];
      if (event) failed = { event, problem };
    }
    if (!failed) return;
    if (eraseForgotten(over, id, personOf(failed.event))) over.run(`DELETE FROM ${spec.name}_state WHERE id = ?`, id);
    else setAside(empty, spec.name, id, failed, whole);
  }

  function problemOfFold(start: Held<S>, events: readonly Envelope[]): unknown {
    try {
      foldOn(start, events);
      return undefined;
    } catch (problem) {
      return problem;
    }
  }
}

/** Whoever projects must hand in the whole stream of a case that is folded anew; no case's own fault. */
class HistoryWanted extends Error {
  constructor(stream: string) {
    super(`${stream} is folded anew, and was not handed in whole`);
  }
}

/** What a page has of one case: its own events, and the last of any that touched it. */
interface News {
  readonly own: Envelope[];
  readonly all: Envelope[];
  readonly last: Envelope;
}

/** The state of a case as its projection keeps it. */
export function readState<S>(db: Statements, projection: string, id: string): S | undefined {
  const row = db.get<{ state: string }>(`SELECT state FROM ${projection}_state WHERE id = ?`, id);
  return row && (JSON.parse(row.state) as S);
}

/** With what a case recorded since it was set aside: for whoever is to find the entry that cannot be worked out, and take it back. */
export function readWholeState<S>(db: Statements, projection: string, id: string): S | undefined {
  const sql = 'SELECT state FROM set_aside WHERE projection = ? AND id = ? AND state IS NOT NULL';
  const row = db.get<{ state: string }>(sql, projection, id);
  return row ? (JSON.parse(row.state) as S) : readState(db, projection, id);
}

/** Of the case as it is recorded, set aside or not: what is sent back with the next change to it. */
export const readRevision = (db: Statements, projection: string, id: string): number | undefined =>
  db.get<{ revision: number | null }>(
    `SELECT coalesce((SELECT state_revision FROM set_aside WHERE projection = ?1 AND id = ?2),
       (SELECT revision FROM ${projection}_state WHERE id = ?2)) AS revision`,
    projection,
    id,
  )?.revision ?? undefined;

/** The same of many at once, for a list: by their ids, without those that there are not. */
export function readStates<S>(db: Statements, projection: string, ids: readonly string[]): Map<string, S> {
  const sql = `SELECT id, state FROM ${projection}_state WHERE id IN (SELECT value FROM json_each(?))`;
  const rows = db.all<{ id: string; state: string }>(sql, JSON.stringify(ids));
  return new Map(rows.map(({ id, state }) => [id, JSON.parse(state) as S] as const));
}
