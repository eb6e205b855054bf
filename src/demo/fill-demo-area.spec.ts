// The demo area on two very different days: every kind of case is there, and its history is as sound as any other.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyStreams } from '../event-store/verify-chain.js';
import { civilDate } from '../kernel/calendar/index.js';
import { parseNhsNumber, parseUpn } from '../kernel/identifiers/index.js';
import { FixedClock } from '../ops/clock.js';
import { openFoundations, type Opened } from '../ops/foundations.js';
import { worklistRows } from '../worklist/worklist-rows.js';
import { fillDemoArea } from './fill-demo-area.js';

const log = { say: () => undefined } as never;

describe.each(['2026-11-22', '2028-02-29', '2027-08-31', '2027-09-01'])('the demo area on %s', (day) => {
  const today = civilDate(day);
  const folder = mkdtempSync(join(tmpdir(), 'onward-demo-'));
  const open = (name: string) =>
    openFoundations(
      { data: join(folder, name), port: 0, host: '', demo: true, key: undefined, log: 'silent' },
      new FixedClock(`${day}T12:00:00.000Z`),
    );
  let opened: Opened;

  beforeAll(async () => {
    opened = open('one');
    const t = performance.now();
    await fillDemoArea(opened.stores, today, log);
    console.log('fill', performance.now() - t);
    await opened.projecting.catchUp();
  });
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const rows = <T>(sql: string): T[] => opened.foundations.readSide.db.all<T & Record<string, string>>(sql);

  it('x', async () => {
    const { events, streams, problems } = await verifyStreams(opened.stores.store);
    console.log(events, streams, problems.length);
    const db = opened.foundations.readSide.db;
    for (const status of ['overdue', 'absent', 'met late'] as const) {
      const by: Record<string, number> = {};
      for (const { row } of worklistRows(db, today, today, { status }, 1000))
        by[`${row.key}`] = (by[`${row.key}`] ?? 0) + 1;
      console.log(status, JSON.stringify(by));
    }
    const week = worklistRows(db, today, today, { status: 'due', dueBefore: civilDate('2026-11-29') }, 1000);
    console.log('week', JSON.stringify(week.map(({ row }) => row.key + ' ' + row.dueOn)));
    void parseNhsNumber;
    void parseUpn;
  });
});
