// The lists of a kind of case are a function of its state: fold what is new, or after a correction all of it, make the rows, and write what differs.
import type { Envelope } from '../../store/codec.js';
import { parseStream, type Folding } from '../../kernel/decider.js';
import { mayCorrect } from '../../kernel/corrections.js';
import type { Fact, Recorded } from '../../kernel/events.js';
import { evolveAll, stateOf } from '../../kernel/history.js';
import type { Choices } from '../../rules/chosen-settings.js';
import { deadlineRows, type DeadlinesOfCase } from '../deadlines/deadline-rows.js';
import { deadlineRow, type DeadlineRow } from '../deadlines/deadline-table.js';
import { isForgotten } from '../deadlines/nothing-asked.js';
import { choicesIn } from '../settings/setting-table.js';
import { CaseStates, saveState, stateTable, type Held } from './case-states.js';
import type { Projection, WholeStreams } from './projection.js';
import { asideOf, foldsSetAside, isOfTheCase, keepAside, personOf, setAside, takeBack, tryCase } from './set-aside.js';
import type { Statements } from './statements.js';
import { cellsOf, type Columns, type Definition, type KeptCount, type Row, type RowOf, type Table } from './table.js';
import { insertRows, writeRows, type Wanted } from './write-rows.js';

/** By their names. */
export type Tables = Readonly<Record<string, Table>>;

/** Every row of a case, table by table. */
export type RowsOf<T extends Tables> = { readonly [K in keyof T]: readonly RowOf<T[K]>[] };

/** What the rows of a case follow from beside its own state. */
export interface Beside<A> {
  /** What `around` found. */
  readonly around: A;
  /** Its deadlines, as they stand in the table of all. */
  readonly deadlines: readonly DeadlineRow[];
  /** How the area and its authorities read the rules, for a kind of case that has deadlines. */
  readonly choices: Choices;
  /** The case's. */
  readonly revision: number;
}

export interface CaseProjection<S, T extends Tables, A> {
  readonly name: string;
  readonly version: number;
  /** Every table that it writes; those that are `shared` another projection makes. */
  readonly tables: T;
  readonly counts?: readonly KeptCount[];
  /** Set when personal fields of the case stand in its rows. */
  readonly showsPersonal?: boolean;
  /** As in a projection. */
  readonly lookedUp?: boolean;
  /** Set for cases about a person: of somebody who was forgotten nothing stands still (REC-12, docs/adr/0044). */
  readonly ofPerson?: boolean;
  /** Looks up what the rows hang on beside the state: of the person, by their key. */
  around?(state: S, db: Statements): A;
  /** What has deadlines in the case; undefined before it has begun. */
  deadlines?(id: string, state: S, around: A): DeadlinesOfCase | undefined;
  /** Pure. Every row of the case; undefined before it has begun. */
  rows(id: string, state: S, beside: Beside<A>): RowsOf<T> | undefined;
  /**
   * Events of other streams that change rows of this case type (a corrected birth date moves age gates):
   * answers the ids of the cases to write again.
   */
  alsoTouchedBy?(event: Envelope, db: Statements): readonly string[];
}

/** What is remembered of a database between two pages. */
interface Kept<S> {
  readonly db: Statements;
  readonly states: CaseStates<S>;
  /** Folds of the cases that are set aside. */
  readonly aside: Map<string, Held<S> | undefined>;
}

const inCells = <C extends Columns>(table: Table<C>, rows: readonly Row<C>[]): Wanted => ({
  table,
  rows: rows.map((row) => cellsOf(table, row)),
});

/** What a page has of one case: its own events, and the last of any that touched it. */
interface News {
  readonly own: readonly Envelope[];
  readonly all: readonly Envelope[];
  readonly last: Envelope;
}

interface Made<S> {
  readonly held: Held<S>;
  readonly rows: readonly Wanted[];
}

/** How far the rows of a case could be made. */
interface Outcome<S> {
  /** After the last event after which they could. */
  readonly made?: Made<S>;
  /** The event from which on they cannot. */
  readonly failed?: { readonly event: Envelope; readonly problem: unknown };
  /** All that it has recorded; undefined where that does not fold. */
  readonly whole?: Held<S>;
}

/**
 * Makes a projection that keeps the folded state of each case beside its rows, as JSON. All rows of a case are made before the first is written:
 * one of which they cannot be made is set aside with the rows that it had, and nothing of it is half there. It comes back with the first event
 * after which they can, or when it is tried again (docs/adr/0044).
 */
export function caseProjection<S, F extends Fact, T extends Tables, A = undefined>(
  type: Folding<S, F>,
  spec: CaseProjection<S, T, A>,
): Projection {
  let kept: Kept<S> | undefined;
  const own = Object.values(spec.tables).filter(({ shared }) => !shared);
  const written: readonly Table[] = [...Object.values(spec.tables), ...(spec.deadlines ? [deadlineRow] : [])];
  const states: Definition = stateTable(spec.name);

  type Event = F & Recorded;

  const corrects = (event: Envelope): boolean => mayCorrect(event.type, type.corrects);

  /** Revisions have no gaps, and a projection sees every event of a case. Error: the fold's. */
  function foldOn(held: Held<S>, events: readonly Envelope[], whole?: WholeStreams): Held<S> {
    const revision = held.revision + events.length;
    if (events.some(corrects)) return { state: stateOf(type, fromTheFirst(held, events, whole)), revision };
    return { state: evolveAll(type, held.state, events as unknown as readonly Event[]), revision };
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

  function rowsOf(db: Statements, id: string, { state, revision }: Held<S>): Wanted[] {
    const around = spec.around?.(state, db) as A;
    const choices = spec.deadlines ? choicesIn(db) : [];
    const dated = spec.deadlines?.(id, state, around);
    const deadlines = dated ? deadlineRows(db, id, dated, choices) : [];
    const rows = spec.rows(id, state, { around, deadlines, choices, revision });
    const own = Object.values(spec.tables).map((table) => inCells(table, rows?.[table.name] ?? []));
    return spec.deadlines ? [...own, inCells(deadlineRow, deadlines)] : own;
  }

  /** The whole at once; where that fails, one event after the other. */
  function made(
    db: Statements,
    id: string,
    before: Held<S>,
    { own: events, last }: Omit<News, 'all'>,
    handedIn?: WholeStreams,
  ): Outcome<S> {
    const streams = before.revision < 0 && events[0] ? new Map([[events[0].stream, events]]) : handedIn;
    try {
      const whole = foldOn(before, events, streams);
      return { whole, made: { held: whole, rows: rowsOf(db, id, whole) } };
    } catch (problem) {
      if (!isFault(problem)) throw problem;
      return madeStepByStep(db, id, before, events, last, streams);
    }
  }

  function madeStepByStep(
    db: Statements,
    id: string,
    before: Held<S>,
    events: readonly Envelope[],
    last: Envelope,
    streams: WholeStreams | undefined,
  ): Outcome<S> {
    let whole: Held<S> = before;
    let made: Made<S> | undefined;
    let failed: Outcome<S>['failed'];
    for (const event of events.length > 0 ? events : [undefined]) {
      try {
        whole = event ? foldOn(whole, [event], streams) : whole;
      } catch (problem) {
        if (!isFault(problem)) throw problem;
        // It does not fold: what comes after cannot be known.
        return { made, failed: failed ?? { event: event ?? last, problem } };
      }
      try {
        made = { held: whole, rows: rowsOf(db, id, whole) };
        failed = undefined;
      } catch (problem) {
        if (!isFault(problem)) throw problem;
        failed ??= { event: event ?? last, problem };
      }
    }
    return { made, failed, whole };
  }

  /** Answers whether the case is of somebody who was forgotten. */
  function isOfForgotten(db: Statements, events: readonly Envelope[]): boolean {
    const person = events.map(personOf).find((one) => one !== undefined);
    return spec.ofPerson === true && person !== undefined && isForgotten(db, person);
  }

  /** Every row and every count of the case, and what is kept of it, are gone. */
  function letGo({ db, states, aside }: Kept<S>, id: string): void {
    writeRows(
      db,
      id,
      written.map((table) => ({ table, rows: [] })),
    );
    states.remove(id);
    takeBack(db, spec.name, id);
    aside.delete(id);
  }

  function takeCase(now: Kept<S>, id: string, news: News, streams?: WholeStreams, from?: Held<S>): void {
    const { db, states, aside } = now;
    const wasAside = aside.has(id);
    const before = from ?? (wasAside ? aside.get(id) : states.get(id));
    // It did not fold before: what comes after cannot be known.
    const outcome = before && made(db, id, before, news, streams);
    const { made: last, whole, ...rest } = outcome ?? {};
    const refused = last && put(now, id, last, news.own.length > 0 || wasAside);
    const failed = refused === undefined ? rest.failed : { event: news.last, problem: refused };
    if (outcome && !failed) {
      if (wasAside) takeBack(db, spec.name, id);
      aside.delete(id);
    } else if (isOfForgotten(db, news.all)) letGo(now, id);
    else if (failed) {
      // Which event it was stays known, however many follow.
      if (wasAside && (!last || refused !== undefined)) keepAside(db, spec.name, id, whole);
      else setAside(db, spec.name, id, failed, whole);
      aside.set(id, whole);
    }
  }

  /** Undefined when it was done; else what the tables do not take, and nothing of it is there. */
  function put({ db, states }: Kept<S>, id: string, { held, rows }: Made<S>, save: boolean): unknown {
    const problem = tryCase(db, () => {
      writeRows(db, id, rows);
      if (save) states.save(id, held);
    });
    if (problem !== undefined) states.forget(id);
    return problem;
  }

  return {
    name: spec.name,
    version: spec.version,
    opens: spec.showsPersonal ? [type.category] : [],
    lookedUp: spec.lookedUp ?? false,
    tables: [states, ...own],
    counts: spec.counts,

    foldsAnew: (event) => corrects(event) && parseStream(event.stream).category === type.category,

    apply(events, db, streams) {
      // A page that failed was rolled back: what was remembered of it must go too. Two databases never share states.
      const now = kept?.db === db ? kept : remembering(db);
      kept = undefined;
      const touched = new Map<string, { own: Envelope[]; all: Envelope[]; last: Envelope }>();
      const newsOf = (id: string, event: Envelope) => {
        const news = touched.get(id) ?? { own: [], all: [], last: event };
        news.all.push(event);
        news.last = event;
        touched.set(id, news);
        return news;
      };
      for (const event of events) {
        const { category, id } = parseStream(event.stream);
        if (category === type.category) newsOf(id, event).own.push(event);
        for (const other of spec.alsoTouchedBy?.(event, db) ?? []) newsOf(other, event);
      }
      for (const event of spec.ofPerson && now.aside.size > 0 ? events : []) {
        const person = personOf(event);
        if (person !== undefined && isForgotten(db, person))
          for (const id of asideOf(db, spec.name, person)) newsOf(id, event);
      }
      for (const [id, news] of touched) takeCase(now, id, news, streams);
      kept = now;
    },

    cases: {
      category: type.category,

      fill(events, db) {
        const last = events.at(-1);
        if (!last) return;
        const { id } = parseStream(last.stream);
        const outcome = made(db, id, { state: type.initial, revision: -1 }, { own: events, last });
        if (outcome.failed && isOfForgotten(db, events)) return;
        for (const wanted of outcome.made?.rows ?? []) insertRows(db, wanted);
        if (outcome.made) saveState(db, states.name, id, outcome.made.held);
        if (outcome.failed) setAside(db, spec.name, id, outcome.failed, outcome.whole);
      },

      again(events, db) {
        const last = events.at(-1);
        if (!last) return;
        const now = remembering(db);
        const { id } = parseStream(last.stream);
        now.aside.delete(id);
        takeBack(db, spec.name, id);
        takeCase(now, id, { own: events, all: events, last }, undefined, { state: type.initial, revision: -1 });
      },
    },
  };
}

/** Whoever projects must hand in the whole stream of a case that is folded anew; no case's own fault. */
class HistoryWanted extends Error {
  constructor(stream: string) {
    super(`${stream} is folded anew, and was not handed in whole`);
  }
}

const isFault = (problem: unknown): boolean => !(problem instanceof HistoryWanted) && isOfTheCase(problem);

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
