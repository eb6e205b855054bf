// What a projection is: tables, and a pure-as-can-be way from a page of events to rows.
import type { Envelope } from '../../store/codec.js';
import type { Statements } from './statements.js';

/**
 * Fills empty tables from the history, in two steps, while nobody reads them and before there are indexes: what `finish` looks up
 * of other projections it looks up by primary key, and of those only that say `lookedUp`.
 */
export interface BulkFill {
  /** Takes in a page; rows need not show it yet. */
  take(events: readonly Envelope[]): void;
  /** After the last page: every row is there, but of the cases whose streams it answers: those are to be taken `caseByCase`. */
  finish(): readonly string[];
}

/** The same from a store that gives one case after the other: nothing is held but the case in hand. */
export interface CaseByCase {
  /** The kind of case whose events, and no others, make the rows. */
  readonly category: string;
  /** Takes in a page of that kind. A case goes on in the next page or ends with this one. Error: `not-caught-up` naming an event. */
  take(events: readonly Envelope[]): void;
  /** After the last page: every row is there. */
  finish(): void;
}

/** By its name, a stream from its first event as far as a page goes: of the cases that are folded anew. Rare, as corrections are. */
export type WholeStreams = ReadonlyMap<string, readonly Envelope[]>;

export interface Projection {
  /** Unique; also what a person sees in `projections list`. */
  readonly name: string;
  /** A new number means: the rows look different now, build them again. */
  readonly version: number;
  /** Kinds of case (categories of streams) whose personal fields stand in the rows. All other events are read with theirs closed. */
  readonly opens?: readonly string[];
  /** `CREATE TABLE`, `CREATE VIEW`, `CREATE INDEX` and `CREATE TRIGGER` statements of its own tables, each ended by a semicolon. */
  readonly tables: string;
  /** Other projections' rows look these up: when a rebuild is shared, each part has all of them. */
  readonly lookedUp?: boolean;
  /** Rows that stand in every file from its start, the same in each, before the first event. */
  firstRows?(db: Statements): void;
  /** For rebuilds, when all other rows and the indexes are there: sums over many cases, which following keeps row by row. */
  lastRows?(db: Statements): void;
  /**
   * Brings the rows up to date with a page of events, inside the transaction that also moves the checkpoint.
   * Synchronous, and free of side effects outside these tables: a rebuild runs it over everything again.
   */
  apply(events: readonly Envelope[], db: Statements, whole?: WholeStreams): void;
  /** Whether the event changes what was recorded before it: then `apply` must be given the whole stream. */
  foldsAnew?(event: Envelope): boolean;
  /** The whole history of one case that was set aside, from its first event: its rows are made anew. */
  again?(events: readonly Envelope[], db: Statements): void;
  /** For rebuilds: the same rows as `apply` gives, without writing those that a later event replaces. */
  bulk?(db: Statements): BulkFill;
  caseByCase?(db: Statements): CaseByCase;
}

/** Indexes and triggers apart from the rest: a rebuild makes them when the rows are there. */
export function splitTables(tables: string): { readonly tables: string; readonly indexes: string } {
  const statements = tables.split(/;\s*(?=CREATE|$)/).filter((statement) => statement.trim() !== '');
  const isIndex = (statement: string) => /^\s*CREATE ((UNIQUE )?INDEX|TRIGGER)/.test(statement);
  const joined = (wanted: boolean) =>
    statements
      .filter((statement) => isIndex(statement) === wanted)
      .map((statement) => `${statement};`)
      .join('\n');
  return { tables: joined(false), indexes: joined(true) };
}

/** Names of the tables, without those of views. */
export const tablesOf = ({ tables }: Projection): string[] =>
  [...tables.matchAll(/CREATE TABLE (\w+)/g)].map(([, name = '']) => name);
