// What a projection is: tables, and a pure-as-can-be way from a page of events to rows.
import type { Envelope } from '../event-store/codec.js';
import type { Statements } from './statements.js';

export interface Projection {
  /** Unique; also what a person sees in `projections list`. */
  readonly name: string;
  /** A new number means: the rows look different now, build them again. */
  readonly version: number;
  /** `CREATE TABLE` and `CREATE INDEX` statements of its own tables. */
  readonly tables: string;
  /**
   * Brings the rows up to date with a page of events, inside the transaction that also moves the checkpoint.
   * Synchronous, and free of side effects outside these tables: a rebuild runs it over everything again.
   */
  apply(events: readonly Envelope[], db: Statements): void;
}
