// Fills one record of an XML return: its fields as their elements close, and what is still blank when it closes itself.
import { readValue } from './read-value.js';
import type { Problem } from './record.js';
import { codeLists, newNode } from './sen2-fields.js';
import type { Node, Sen2Field, Sen2Table } from './sen2-fields.js';

export class Sen2Node {
  readonly node: Node;
  private readonly filled = new Set<string>();

  constructor(
    readonly table: Sen2Table,
    readonly line: number,
  ) {
    this.node = newNode(table.table, line);
  }

  set(field: Sen2Field, element: string, text: string, line: number): Problem | undefined {
    const { value, problem } = readValue(field, text, element, codeLists);
    const at = { line, table: this.table.table, field: element, severity: 'reported' } as const;
    if (text.trim() !== '') this.filled.add(field.name);
    const before = this.node[field.name];
    if (before !== undefined && value !== undefined && before !== value)
      return { ...at, code: 'duplicate-row', message: `${element} is given twice and differs; the first was kept.` };
    if (before === undefined && value !== undefined) this.node[field.name] = value;
    return problem && { ...at, ...problem };
  }

  blanks(): Problem[] {
    return this.table.fields
      .filter(({ name, expected }) => expected === 'value' && !this.filled.has(name))
      .map(({ element }) => ({
        line: this.line,
        table: this.table.table,
        field: element,
        code: 'missing',
        severity: 'reported',
        message: `${element} is blank.`,
      }));
  }
}
