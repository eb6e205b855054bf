// What a projection is: tables, and a pure-as-can-be way from a page of events to rows.
import type { Envelope } from '../../store/codec.js';
import type { Statements } from './statements.js';
import type { Definition, KeptCount } from './table.js';

/** By its name, a stream from its first event as far as a page goes: of the cases that are folded anew. Rare, as corrections are. */
export type WholeStreams = ReadonlyMap<string, readonly Envelope[]>;

export interface Projection {
  /** Unique; also what a person sees in `projections list`. */
  readonly name: string;
  /** A new number means: the rows look different now, build them again. */
  readonly version: number;
  /** Kinds of case (categories of streams) whose personal fields stand in the rows. All other events are read with theirs closed. */
  readonly opens?: readonly string[];
  /** Its own tables and views. */
  readonly tables: readonly Definition[];
  /** Counts over its rows that are kept: a rebuild makes them when all other rows and the indexes are there. */
  readonly counts?: readonly KeptCount[];
  /** Other projections' rows look these up: when a rebuild is shared, each part has all of them. */
  readonly lookedUp?: boolean;
  /** Rows that stand in every file from its start, the same in each, before the first event. */
  firstRows?(db: Statements): void;
  /**
   * Brings the rows up to date with a page of events, inside the transaction that also moves the checkpoint.
   * Synchronous, and free of side effects outside these tables: a rebuild runs it over everything again.
   */
  apply(events: readonly Envelope[], db: Statements, whole?: WholeStreams): void;
  /** Whether the event changes what was recorded before it: then `apply` must be given the whole stream. */
  foldsAnew?(event: Envelope): boolean;
  /** Where the rows are those of one kind of case, and each case can be made by itself. */
  readonly cases?: CasesOfProjection;
}

export interface CasesOfProjection {
  /** The kind of case. */
  readonly category: string;
  /** For rebuilds: the same rows as `apply` gives, from the whole history of a case, into tables that have none of it and that nobody reads. */
  fill(events: readonly Envelope[], db: Statements): void;
  /** The whole history of a case that was set aside: its rows are made anew. */
  again(events: readonly Envelope[], db: Statements): void;
}

export const tablesOf = ({ tables, counts = [] }: Projection): readonly Definition[] => [
  ...tables,
  ...counts.map(({ table }) => table),
];

/** Indexes apart from the rest: a rebuild makes them when the rows are there. */
export const createTables = (db: Statements, projection: Projection): void =>
  db.database.exec(
    tablesOf(projection)
      .map(({ create }) => create)
      .join('\n'),
  );

export const createIndexes = (db: Statements, projection: Projection): void =>
  db.database.exec(
    tablesOf(projection)
      .flatMap(({ indexes }) => indexes)
      .join('\n'),
  );
