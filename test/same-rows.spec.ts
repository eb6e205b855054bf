// The rows of every list are the same however they came about: followed event by event, built anew, built anew by two at once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areaSettingsId } from '../src/engine/settings/choices-then.js';
import { areaSettings } from '../src/engine/settings/domain/area-settings.js';
import { projections } from '../src/apps/cases.js';
import { CommandRunner } from '../src/engine/commands/command-runner.js';
import { fillDemoArea } from '../src/apps/demo/fill-demo-area.js';
import { civilDate } from '../src/kernel/calendar/index.js';
import { FixedClock } from '../src/kernel/clock.js';
import { openFoundations, type Opened } from '../src/apps/ops/foundations.js';
import { Log } from '../src/engine/observing/log.js';
import { checkpoints } from '../src/engine/processing/checkpoints.js';
import { fill } from '../src/engine/processing/fill.js';
import { Projector } from '../src/engine/processing/projector.js';
import { openForProjecting, ReadModelFiles } from '../src/engine/processing/read-models.js';
import { rebuild, type Helper } from '../src/engine/processing/rebuild.js';
import { rowsOf } from './kit/rows.js';

const day = '2026-11-22';

describe('the rows of the demo area', () => {
  const data = mkdtempSync(join(tmpdir(), 'onward-rows-'));
  let opened: Opened;

  beforeAll(async () => {
    const settings = { data, port: 0, host: '', demo: true, key: undefined, log: 'silent' } as const;
    opened = openFoundations(settings, new FixedClock(`${day}T12:00:00.000Z`));
    await fillDemoArea(opened.stores, civilDate(day), new Log('silent'));
    // Chosen last, it changes dates of every case before it.
    const choice = {
      setting: 'AMB-01',
      value: 'ANNIVERSARY',
      from: civilDate('2014-09-01'),
      basis: 'local-protocol',
    } as const;
    const runner = new CommandRunner(opened.foundations.journal);
    const context = {
      actor: { id: 'ella.manager', role: 'manager', organisation: 'seaborough-council' },
      commandId: 'choose',
      correlationId: 'choose',
    };
    await runner.run(areaSettings, areaSettingsId, { type: 'ChooseSetting', on: civilDate(day), ...choice }, context);
  }, 60_000);
  afterAll(async () => {
    await opened.close();
    rmSync(data, { recursive: true, force: true });
  });

  const parts = () => ({ ...opened.stores, clock: opened.foundations.clock, projections });

  async function followed(): Promise<string> {
    const file = new ReadModelFiles(data).create(projections, 'followed');
    const db = openForProjecting(file);
    // Small pages: each case is written again and again.
    await new Projector({ ...parts(), db, pageSize: 50 }).catchUp();
    db.database.close();
    return file;
  }

  const built = async (label: string, helper?: Helper): Promise<string> =>
    (await rebuild(new ReadModelFiles(data), { ...parts(), helper }, label)).file;

  /** The other thread's work, in this one. */
  const helper: Helper = async (file, share, upTo) => {
    const db = openForProjecting(file);
    const from = opened.stores.store.byStream!;
    const count = await fill(db, { ...parts(), from }, share, upTo);
    db.database.exec('COMMIT');
    db.database.close();
    return count;
  };

  /** As from a store that cannot give one stream after the other. */
  const inOrder = async (label: string): Promise<string> => {
    const store = Object.create(opened.stores.store, { byStream: { value: undefined } }) as typeof opened.stores.store;
    return (await rebuild(new ReadModelFiles(data), { ...parts(), store }, label)).file;
  };

  /** How far each list has come, and over how many events. */
  const placesIn = (file: string) => {
    const db = openForProjecting(file);
    const found = checkpoints(db).map(({ projection, position, events }) => ({ projection, position, events }));
    db.database.close();
    return found;
  };

  it('are the same followed, built anew case by case, in order of the events, and by two', async () => {
    const one = await built('one');
    const whole = rowsOf(one);
    expect(whole['ehc_plan']?.length).toBeGreaterThan(40);
    expect(whole['deadline_row']?.length).toBeGreaterThan(1000);
    expect(whole['area_setting']?.length).toBe(1);
    expect(whole['task_count']?.length).toBeGreaterThan(100);
    expect(whole['worker_count']?.length).toBeGreaterThan(1);
    const byTwo = await built('two', helper);
    expect(rowsOf(byTwo)).toEqual(whole);
    expect(placesIn(byTwo)).toEqual(placesIn(one));
    expect(rowsOf(await inOrder('three'))).toEqual(whole);
    expect(rowsOf(await followed())).toEqual(whole);
  }, 120_000);
});
