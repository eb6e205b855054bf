// The commands that an operator types, as processes of their own: store backup, restore and copy; projections lag, pause and resume.
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreDbDouble } from './doubles/eventstoredb/double.js';
import { temporaryData } from './kit/onward.js';
import { onward, startOnwardCommand } from './kit/process.js';

jest.setTimeout(300_000);

const key = Buffer.alloc(32, 7).toString('base64');
const env = { ONWARD_KEY: key, ONWARD_LOG: 'warn' };
const waiting = join(__dirname, '..', 'samples', 'waiting-list.csv');

const folders: string[] = [];
function folder(): string {
  const data = temporaryData();
  folders.push(data);
  return data;
}
afterAll(() => {
  for (const data of folders) rmSync(data, { recursive: true, force: true });
});

let made: string | undefined;

/** A demo store with a loaded waiting list: made by the command line once, and copied for each who wants one. */
function loaded(): string {
  if (made === undefined) {
    made = folder();
    expect(onward(made, ['store', 'verify'], env).code).toBe(0);
    expect(onward(made, ['load', 'waiting', waiting], env).code).toBe(0);
  }
  const data = folder();
  cpSync(made, data, { recursive: true });
  return data;
}
const verified = (data: string) => onward(data, ['store', 'verify'], env).stdout;
const saying = (words: string) => expect.stringContaining(words) as string;

describe('npx onward store backup and restore', () => {
  let data: string;
  let backup: string;
  beforeAll(() => {
    data = loaded();
    backup = join(folder(), 'today');
  });

  it('back up into a new folder for one account, and say what is not in it', () => {
    const { code, stdout } = onward(data, ['store', 'backup', backup], env);
    expect({ code, stdout }).toEqual({ code: 0, stdout: saying('are backed up and proved, up to position') });
    expect(stdout).toContain('ONWARD_KEY is not in the backup');
    for (const name of readdirSync(backup))
      expect([name, statSync(join(backup, name)).mode & 0o077]).toEqual([name, 0]);
    expect(onward(data, ['store', 'backup', backup], env)).toMatchObject({ code: 1, stderr: saying('not empty') });
  });

  it('restore the same history into an empty folder, and nothing into one that holds anything', () => {
    const restored = folder();
    const { code, stdout } = onward(restored, ['store', 'restore', backup], env);
    expect({ code, stdout }).toEqual({ code: 0, stdout: saying('are restored and proved') });
    expect(stdout).toContain('people forget');
    expect(verified(restored)).toBe(verified(data));
    expect(onward(restored, ['store', 'restore', backup], env)).toMatchObject({ code: 1, stderr: saying('not empty') });
  });

  it('refuse what is no backup, and leave the folder as it was', () => {
    const [none, target] = [folder(), folder()];
    expect(onward(target, ['store', 'restore', none], env)).toMatchObject({ code: 1, stderr: saying('no backup') });
    expect(readdirSync(target)).toEqual([]);
  });
});

describe('npx onward store copy', () => {
  /** Not `onward` of the kit: it would stop this process, and the double in it, while it waits. */
  async function run(data: string, args: readonly string[], url: string) {
    const child = startOnwardCommand(data, args, { ...env, EVENTSTORE_URL: url });
    let stderr = '';
    child.stderr?.on('data', (text: Buffer) => (stderr += text.toString()));
    const [code] = (await once(child, 'exit')) as [number | null];
    return { code, stderr };
  }

  it('moves a history to EventStoreDB and back, byte for byte, and again without harm', async () => {
    const double = await EventStoreDbDouble.start();
    const [data, back] = [loaded(), folder()];
    const there = ['store', 'copy', '--from', 'sqlite', '--to', 'eventstoredb'];
    for (let turn = 0; turn < 2; turn++) expect(await run(data, there, double.url)).toMatchObject({ code: 0 });
    const home = ['store', 'copy', '--from', 'eventstoredb', '--to', 'sqlite'];
    expect(await run(back, home, double.url)).toMatchObject({ code: 0 });
    expect(verified(back)).toBe(verified(data));
    const same = ['store', 'copy', '--from', 'sqlite', '--to', 'sqlite'];
    expect(await run(data, same, double.url)).toMatchObject({ code: 1, stderr: saying('--to') });
    double.stop();
  });

  it('says that there is nothing to copy, and makes nothing', async () => {
    const data = folder();
    const { code, stderr } = await run(
      data,
      ['store', 'copy', '--from', 'sqlite', '--to', 'eventstoredb'],
      'esdb://localhost:1',
    );
    expect([code, stderr]).toEqual([1, saying('holds no events')]);
    expect(existsSync(join(data, 'events.sqlite'))).toBe(false);
  });

  it('writes nothing of an empty store, so that the right history still goes there', async () => {
    const double = await EventStoreDbDouble.start();
    const [empty, data] = [folder(), loaded()];
    expect(onward(empty, ['store', 'verify'], env).code).toBe(0);
    const there = ['store', 'copy', '--from', 'sqlite', '--to', 'eventstoredb'];
    expect(await run(empty, there, double.url)).toMatchObject({ code: 1, stderr: saying('holds no events') });
    expect(double.calls.append).toBe(0);
    expect(await run(data, there, double.url)).toMatchObject({ code: 0 });
    double.stop();
  });
});

describe('npx onward projections', () => {
  let data: string;
  beforeAll(() => {
    data = loaded();
    expect(onward(data, ['projections', 'rebuild'], env).code).toBe(0);
  });

  it('lag, pause and resume: a paused list stands still, is named as paused with status 1, and catches up', () => {
    const lag = () => onward(data, ['projections', 'lag'], env);
    expect(lag()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/waiting\w* +0 events and 0 s behind/) as string,
    });
    const name = /^(wait\w*)/m.exec(lag().stdout)?.[1] ?? '';
    const paused = onward(data, ['projections', 'pause', name], env);
    expect(paused).toMatchObject({ code: 0, stdout: saying(`npx onward projections resume ${name}`) });
    expect(lag()).toMatchObject({ code: 1, stdout: saying('PAUSED') });
    expect(onward(data, ['projections', 'resume', name], env)).toMatchObject({ code: 0 });
    expect(lag()).toMatchObject({ code: 0 });
  });

  it('pause nothing that has no such name', () => {
    const { code, stderr } = onward(data, ['projections', 'pause', 'nonsense'], env);
    expect([code, stderr]).toEqual([1, saying('nonsense')]);
  });
});
