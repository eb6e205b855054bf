// For tests of loads: a whole store in a temporary folder, files written on the spot, and what the store holds in the end.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedClock } from '../../kernel/clock.js';
import { openFoundations, type Opened } from '../ops/foundations.js';
import { loadFile, type LoadableKind } from './load-file.js';
import type { LoadReport } from './load-report.js';

export interface TestStore {
  readonly opened: Opened;
  load(kind: LoadableKind, path: string, dryRun?: boolean): Promise<LoadReport>;
  /** The same by a second program on the same folder. */
  loadBeside(kind: LoadableKind, path: string): Promise<LoadReport>;
  /** Writes a file beside the store and loads it. */
  loadText(kind: LoadableKind, text: string | Buffer, dryRun?: boolean): Promise<LoadReport>;
  write(text: string | Buffer): string;
  /** How many events of each type there are, those of loads themselves left out. */
  eventTypes(): Promise<Record<string, number>>;
  /** The kinds and days of the events of each stream, in one order: what the histories say, without ids and moments. */
  histories(): Promise<string[]>;
  close(): Promise<void>;
}

export function openTestStore(now = '2026-06-15T09:00:00.000Z'): TestStore {
  const folder = mkdtempSync(join(tmpdir(), 'onward-load-'));
  const settings = {
    data: join(folder, 'data'),
    port: 0,
    host: '',
    demo: true,
    key: undefined,
    log: 'silent',
  } as const;
  const opened = openFoundations(settings, new FixedClock(now));
  const { journal } = opened.foundations;
  let files = 0;
  const write = (text: string | Buffer): string => {
    const path = join(folder, `${++files}.csv`);
    writeFileSync(path, text);
    return path;
  };
  const load = (kind: LoadableKind, path: string, dryRun = false) => loadFile(opened, { kind, path, dryRun });
  return {
    opened,
    load,
    async loadBeside(kind, path) {
      const beside = openFoundations(settings, new FixedClock(now));
      try {
        return await loadFile(beside, { kind, path, dryRun: false });
      } finally {
        await beside.close();
      }
    },
    loadText: (kind, text, dryRun) => load(kind, write(text), dryRun),
    write,
    async eventTypes() {
      const types: Record<string, number> = {};
      for await (const page of journal.readAll({ closed: true }))
        for (const { type } of page) if (!type.startsWith('Load')) types[type] = (types[type] ?? 0) + 1;
      return Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1)));
    },
    async histories() {
      const streams: Record<string, string[]> = {};
      for await (const page of journal.readAll({ closed: true }))
        for (const { stream, type, occurredOn } of page)
          if (!type.startsWith('Load')) (streams[stream] ??= []).push(`${type} ${occurredOn}`);
      return Object.entries(streams)
        .map(([stream, events]) => `${stream.split('-')[0]}: ${events.join(', ')}`)
        .sort();
    },
    async close() {
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const sample = (name: string): string => join(import.meta.dirname, '../../../samples', name);
