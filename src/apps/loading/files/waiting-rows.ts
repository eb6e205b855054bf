// Holds the rows of a table until the row they hang from is read, and tells which were never called for.
import { attach } from './sen2-fields.js';
import type { Node, Sen2Table } from './sen2-fields.js';
import type { Problem } from './record.js';

export class WaitingRows {
  private readonly byParent = new Map<string, Node[]>();

  constructor(readonly table: Sen2Table) {}

  add(parentId: string, node: Node): void {
    const siblings = this.byParent.get(parentId);
    if (siblings) siblings.push(node);
    else this.byParent.set(parentId, [node]);
  }

  /** Hangs the rows of that parent from it; gives back a problem for each there was no room for. */
  attachTo(parent: Node, parentId: string): Problem[] {
    const rows = this.byParent.get(parentId) ?? [];
    this.byParent.delete(parentId);
    const { table } = this.table;
    return rows
      .filter((row) => !attach(parent, this.table, row))
      .map(({ line }) => ({
        line,
        table,
        code: 'duplicate-row',
        severity: 'refused',
        message: `A second row of ${table} hangs from the same row of ${this.table.parent}, which has room for one; it was not read.`,
      }));
  }

  /** The rows left over: each by itself if the parents' table was whole, else only how many. */
  orphans(parentsWhole: boolean): Problem[] {
    const { table, parent } = this.table;
    const left = [...this.byParent.values()].flat();
    if (left.length === 0) return [];
    const one = { table, code: 'orphan-row', severity: 'refused' } as const;
    if (!parentsWhole)
      return [
        {
          ...one,
          line: left[0]?.line ?? 1,
          message: `${left.length} rows of ${table} were not read, because their rows of ${parent} were not.`,
        },
      ];
    const message = `The row of ${parent} that this row of ${table} hangs from is not in the export; it was not read, nor was what hangs from it.`;
    return left.map(({ line }) => ({ ...one, line, message }));
  }
}
