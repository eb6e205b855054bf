// Builds the header and whole persons from the opening, text and closing of XML elements, one person at a time.
import { problemItem } from './record.js';
import type { Problem } from './record.js';
import { localName, meaningOf } from './sen2-elements.js';
import { attach, tableNamed } from './sen2-fields.js';
import type { Sen2Field } from './sen2-fields.js';
import { headerItem } from './sen2-header.js';
import { Sen2Node } from './sen2-node.js';
import type { Sen2Item, Sen2Person } from './sen2-record.js';
import { UnknownNames } from './unknown-names.js';
import { UnreadElement } from './unread-element.js';

export class Sen2XmlBuilder {
  failed = false;
  private items: Sen2Item[] = [];
  // A wrapper such as Persons stands here as its holder once more.
  private readonly frames: Sen2Node[] = [];
  private field: { spec: Sen2Field; element: string; line: number; text: string } | undefined;
  private unread: UnreadElement | undefined;
  private readonly unknown = new UnknownNames('unknown-element');
  private headerGiven = false;
  private persons = 0;
  private justMadePerson = false;

  take(): Sen2Item[] {
    const taken = this.items;
    this.items = [];
    return taken;
  }

  /** Ends the reading: what was built stays, nothing more is. */
  fail(problem: Omit<Problem, 'severity'>): void {
    if (this.failed) return;
    this.failed = true;
    this.items.push(
      ...this.unknown.problems().map(problemItem),
      problemItem({ ...problem, severity: 'refused', stops: true }),
    );
  }

  /** The line where the person begins that is not yet complete. */
  get unfinishedPerson(): number | undefined {
    return this.frames.find(({ table }) => table.table === 'person')?.line;
  }

  /** Takes back the person that the last closing made, when that turned out to be the end of another element. */
  retractPerson(): void {
    if (this.justMadePerson) this.items.pop();
  }

  open(element: string, line: number): void {
    const frame = this.frames.at(-1);
    if (this.failed) return;
    if (this.unread) return this.unread.open() ? undefined : this.fail(UnreadElement.tooDeep(line));
    if (!frame) return this.openRoot(localName(element), line);
    const meaning = this.field ? undefined : meaningOf(frame.table.table, element);
    if (!meaning) this.unread = new UnreadElement(frame.table.table, localName(element), line);
    else if (meaning.is === 'wrapper') this.frames.push(frame);
    else if (meaning.is === 'field') this.field = { spec: meaning.field, element: localName(element), line, text: '' };
    else {
      if (meaning.table.table === 'person') this.giveHeader();
      this.frames.push(new Sen2Node(meaning.table, line));
    }
  }

  text(text: string, line: number): void {
    if (this.field && !this.unread) this.field.text += text;
    else if (this.failed || text.trim() === '') return;
    else if (this.unread) this.unread.values += 1;
    else this.unknown.add(this.tableHere(), 'text outside any field', line, 1);
  }

  attribute(name: string, line: number): void {
    if (this.failed || /^(xmlns|xsi|xml)(:|$)/.test(name)) return;
    this.unknown.add(this.tableHere(), `${name} (attribute)`, line, 1);
  }

  close(): void {
    if (this.failed) return;
    this.justMadePerson = false;
    if (this.unread) {
      if (!this.unread.close()) return;
      this.unknown.add(this.unread.table, this.unread.element, this.unread.line, this.unread.values);
      this.unread = undefined;
    } else if (this.field) {
      const { spec, element, text, line } = this.field;
      this.field = undefined;
      const problem = this.frames.at(-1)?.set(spec, element, text, line);
      if (problem) this.items.push(problemItem(problem));
    } else this.closeFrame();
  }

  end(): void {
    if (this.failed) return;
    this.items.push(...this.unknown.problems().map(problemItem));
    if (this.persons > 0) return;
    const message = 'The return has no person in it.';
    this.items.push(problemItem({ line: 1, table: 'person', code: 'missing', severity: 'reported', message }));
  }

  private openRoot(element: string, line: number): void {
    if (element === 'Message') return void this.frames.push(new Sen2Node(tableNamed('sen2'), line));
    const message = 'This is XML, but not a SEN2 return: its outermost element is not Message.';
    this.fail({ line, field: 'Message', code: 'malformed', message });
  }

  private closeFrame(): void {
    const closed = this.frames.pop();
    const holder = this.frames.at(-1);
    if (!closed || closed === holder) return;
    if (!holder) return this.giveHeader(closed);
    this.items.push(...closed.blanks().map(problemItem));
    const { table, line, node } = closed;
    if (table.table === 'person') {
      this.persons += 1;
      this.justMadePerson = true;
      this.items.push({ kind: 'person', person: node as unknown as Sen2Person });
    } else if (!attach(holder.node, table, node)) {
      const message = `A second ${table.element} stands where there is room for one; it was not read.`;
      this.items.push(problemItem({ line, table: table.table, code: 'duplicate-row', severity: 'refused', message }));
    }
  }

  private giveHeader(root = this.frames[0]): void {
    if (this.headerGiven || !root) return;
    this.headerGiven = true;
    const item = headerItem(root.node);
    if (item.kind === 'problem') this.fail(item.problem);
    else this.items.push(item);
  }

  private tableHere(): string {
    return this.frames.at(-1)?.table.table ?? 'sen2';
  }
}
