import type { Position } from '../../store/port.js';
import { isOnwardError, OnwardError } from '../../kernel/errors.js';
import type { Checkpoint } from './checkpoints.js';
import { aWorkshop } from './kit-for-tests.js';
import { InlineProjecting } from './inline-projecting.js';
import { ReadSide } from './read-side.js';
import { rebuild } from './rebuild.js';

const at = (projection: string, position: string, pausedAt: string | null = null): Checkpoint => ({
  projection,
  position: position as Position,
  events: 0,
  pausedAt,
  pausedEvent: null,
  pausedStream: null,
  pausedRevision: null,
  reason: null,
});
const position = (text: string) => text as Position;

describe('the read side', () => {
  it('lets a reader wait until its own write shows', async () => {
    const { files } = aWorkshop();
    const readSide = new ReadSide(files);
    let shown = false;
    const waiting = readSide.until(position('2')).then(() => (shown = true));
    readSide.report({ file: 'x', head: position('2'), places: [at('a', '2'), at('b', '1')] });
    await Promise.resolve();
    expect(shown).toBe(false);
    readSide.report({ file: 'x', head: position('2'), places: [at('a', '2'), at('b', '2')] });
    await waiting;
    expect(shown).toBe(true);
  });

  it('does not wait for a projection that is paused', async () => {
    const { files } = aWorkshop();
    const readSide = new ReadSide(files);
    readSide.report({ file: 'x', head: position('5'), places: [at('a', '5'), at('b', '1', '2026-01-01T00:00:00Z')] });
    await readSide.until(position('5'));
  });

  it('says so when the wait takes too long: the change is recorded all the same', async () => {
    const { files } = aWorkshop();
    const late = await new ReadSide(files).until(position('9'), 5).catch((error: unknown) => error);
    expect(isOnwardError(late, 'not-caught-up')).toBe(true);
  });

  it('says what stands beside a page only while there are lists; a defect is no reason to be silent', async () => {
    const workshop = aWorkshop();
    const readSide = new ReadSide(workshop.files);
    const total = () => readSide.askOr(-1, (db) => db.get<{ total: number }>('SELECT total FROM counter')?.total);
    expect(total()).toBe(-1);
    await workshop.count('a', 1);
    await new InlineProjecting(workshop.files, workshop.parts, readSide).catchUp();
    expect(total()).toBe(1);
    const damaged = () => {
      throw new OnwardError('not-caught-up', { detail: 'The lists were damaged.' });
    };
    expect(readSide.askOr(-1, damaged)).toBe(-1);
    expect(() => readSide.askOr(-1, (db) => db.get('SELECT total FROM nowhere'))).toThrow('nowhere');
  });

  it('asks the new file as soon as a rebuild has switched', async () => {
    const workshop = aWorkshop();
    const readSide = new ReadSide(workshop.files);
    expect(() => readSide.db).toThrow('still being built');
    const projecting = new InlineProjecting(workshop.files, workshop.parts, readSide);
    await workshop.count('a', 1);
    await projecting.catchUp();
    const before = readSide.db;
    expect(before.get('SELECT total FROM counter')).toMatchObject({ total: 1 });
    await workshop.count('a', 1);
    await rebuild(workshop.files, workshop.parts, 'two');
    expect(readSide.db).not.toBe(before);
    expect(readSide.db.get('SELECT total FROM counter')).toMatchObject({ total: 2 });
    readSide.close();
    projecting.close();
  });
});
