// What is in a bundle: a person's history as it is stored, the state it folds to, a timeline, the rules, and the sums of all of it.
import { hash } from 'node:crypto';
import { decode, type Envelope } from '../../../store/codec.js';
import { subjectsIn } from '../../../store/envelope-of.js';
import type { Journal } from '../../../store/journal.js';
import type { StoredEvent } from '../../../store/port.js';
import { parseStream } from '../../../kernel/decider.js';
import { History } from '../../../kernel/history.js';
import { packByVersion } from '../../../rules/packs.js';
import type { CaseTypes } from '../../processing/case-types.js';
import { bundledEvent, timelineHead, timelineLine } from './bundle-lines.js';
import type { Contents, Head } from './contents.js';
import { readme } from './readme.js';
import type { BundleFile } from './zip-stream.js';

/** One number for all ends together; recorded with the export. */
export const digestOf = (heads: readonly Head[]): string =>
  hash('sha256', heads.map((head) => `${head.stream} ${head.revision} ${head.hash}\n`).join(''), 'hex');

/** Nothing beyond the heads is told, so that what is recorded meanwhile cannot come in halfway. */
export async function* upTo(journal: Journal, { stream, revision }: Head): AsyncGenerator<readonly StoredEvent[]> {
  for await (const page of journal.store.read(stream)) yield page.filter((event) => event.revision <= revision);
}

export async function headsOf(journal: Journal, streams: readonly string[]): Promise<readonly Head[]> {
  const heads: Head[] = [];
  for (const stream of [...streams].sort())
    for await (const page of journal.store.read(stream, { backwards: true, limit: 1 }))
      for (const { revision, hash: last } of page) heads.push({ stream, revision, hash: last });
  return heads;
}

/** Personal fields stay sealed in every file: a bundle can be handed on, and proves what it proves without them. */
export async function bundleFiles(
  journal: Journal,
  types: CaseTypes,
  contents: Contents,
): Promise<readonly BundleFile[]> {
  const { personId, heads } = contents;
  const states: object[] = [];
  const rows: { readonly position: string; readonly line: string }[] = [];
  const packs = new Map<string, { readonly pack: string; readonly version: number }>();
  for (const head of heads) {
    const type = types.of(parseStream(head.stream).category);
    const history = type && new History(type.folding);
    for await (const page of upTo(journal, head)) {
      for (const stored of page) {
        const event: Envelope = decode(journal.catalogue, stored);
        history?.take(event);
        if (subjectsIn(stored).includes(personId))
          rows.push({ position: stored.position, line: timelineLine(event, stored) });
      }
    }
    if (!type || !history || type.category === 'identifier') continue;
    const { state } = history;
    const subjects = type.subjects(parseStream(head.stream).id, state, { events: [] });
    for (const { pack, packVersion: version } of subjects) packs.set(`${pack}-v${version}`, { pack, version });
    states.push({ ...head, case: type.noun, state });
  }
  rows.sort((a, b) => (a.position < b.position ? -1 : 1));
  return [
    { name: 'README.txt', content: () => [readme(contents, digestOf(heads))] },
    { name: 'events.jsonl', content: () => eventLines(journal, contents) },
    { name: 'state.json', content: () => [pretty(states)] },
    { name: 'timeline.csv', content: () => [timelineHead, ...rows.map(({ line }) => line)] },
    ...[...packs].map(([name, { pack, version }]) => ({
      name: `rules/${name}.json`,
      content: () => [pretty(packByVersion(pack, version))],
    })),
    {
      name: 'manifest.json',
      content: (files) => [pretty({ format: 1, ...contents, digestOfHeads: digestOf(heads), files })],
    },
  ];
}

async function* eventLines(journal: Journal, { personId, heads }: Contents): AsyncGenerator<string> {
  for (const head of heads)
    for await (const page of upTo(journal, head))
      yield page
        .map((event) => `${JSON.stringify(bundledEvent(event, subjectsIn(event).includes(personId)))}\n`)
        .join('');
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
