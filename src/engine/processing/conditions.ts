// What a question asks for, condition by condition, each with its values: the WHERE of a list that can be filtered.
import type { Value } from './table.js';

export class Conditions {
  private readonly all: string[] = [];
  /** In the order of their places in the question. */
  readonly values: Value[];

  /** `first`: the values that stand before any condition: those of `?1`, `?2` and of the columns. */
  constructor(...first: readonly Value[]) {
    this.values = [...first];
  }

  /** A filter that was not given narrows nothing. Error: a defect, where places and values are not as many. */
  add(sql: string, ...given: readonly (Value | undefined)[]): this {
    const places = sql.match(/\?(?!\d)/g)?.length ?? 0;
    if (places !== given.length) throw new Error(`${places} places and ${given.length} values: ${sql}`);
    const values = given.filter((value) => value !== undefined);
    if (values.length < given.length) return this;
    this.all.push(sql);
    this.values.push(...values);
    return this;
  }

  /** `status IN (?, ?)`; of none there is nothing. */
  among(column: string, given: readonly Value[]): this {
    return this.add(`${column} IN (${given.map(() => '?').join(', ')})`, ...given);
  }

  get sql(): string {
    return this.all.length === 0 ? 'true' : this.all.join(' AND ');
  }
}
