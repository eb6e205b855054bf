// What both keepers of keys promise.
import { randomBytes } from 'node:crypto';
import { temporaryFolder } from '../contract/temporary-folder.js';
import type { SubjectKeys } from './key-store.js';
import { MemorySubjectKeys } from './memory-subject-keys.js';
import { SqliteSubjectKeys } from './sqlite-subject-keys.js';

const file = temporaryFolder();
const makers: readonly [string, () => SubjectKeys][] = [
  ['MemorySubjectKeys', () => new MemorySubjectKeys()],
  ['SqliteSubjectKeys', () => new SqliteSubjectKeys(file('keys.sqlite'), randomBytes(32))],
  [
    'SqliteSubjectKeys that remembers one',
    () => new SqliteSubjectKeys(file('keys.sqlite'), randomBytes(32), { cached: 1 }),
  ],
];

describe.each(makers)('%s', (_, make) => {
  let keys: SubjectKeys;
  beforeEach(() => {
    keys = make();
  });
  afterEach(() => keys.close());

  it('makes a key of 32 bytes for each person on first use, and gives the same one ever after', async () => {
    const [a, b] = [await keys.keyFor('p1'), await keys.keyFor('p2')];
    expect([a.length, b.length]).toEqual([32, 32]);
    expect(a.equals(b)).toBe(false);
    expect(await keys.keyFor('p1')).toEqual(a);
    expect(keys.existing('p1')).toEqual(a);
  });

  it('makes none when it is only asked for an existing one', async () => {
    expect(keys.existing('p1')).toBeUndefined();
    await keys.keyFor('p2');
    expect(keys.existing('p1')).toBeUndefined();
  });

  it('gives many keys at once, old and new, however often a person is named', async () => {
    const old = await keys.keyFor('p1');
    const many = await keys.keysFor(['p1', 'p2', 'p2', 'p3']);
    expect([...many.keys()]).toEqual(['p1', 'p2', 'p3']);
    expect(many.get('p1')).toEqual(old);
    expect(await keys.keyFor('p3')).toEqual(many.get('p3'));
    expect((await keys.keysFor([])).size).toBe(0);
  });

  it('makes one key when a person is met twice at the same moment', async () => {
    const all = await Promise.all([keys.keyFor('p1'), keys.keyFor('p1'), keys.keysFor(['p1'])]);
    expect(all[1]).toEqual(all[0]);
    expect(all[2].get('p1')).toEqual(all[0]);
  });

  it("destroys one person's key for ever and touches nobody else's (trap 10)", async () => {
    const [, other] = [await keys.keyFor('p1'), await keys.keyFor('p2')];
    await keys.destroy('p1');
    await keys.destroy('p1');
    expect(keys.existing('p1')).toBe('destroyed');
    await expect(keys.keyFor('p1')).rejects.toMatchObject({ type: 'personal-data-destroyed' });
    await expect(keys.keysFor(['p3', 'p1'])).rejects.toMatchObject({ type: 'personal-data-destroyed' });
    expect(keys.existing('p2')).toEqual(other);
  });

  it('never makes a key for a person whose key was destroyed before there was one', async () => {
    await keys.destroy('p9');
    await expect(keys.keyFor('p9')).rejects.toMatchObject({ type: 'personal-data-destroyed' });
  });

  it('tells whose keys were destroyed', async () => {
    await keys.keyFor('kept');
    await keys.keyFor('gone');
    await keys.destroy('gone');
    const destroyed = await keys.destroyed();
    expect([destroyed.includes('gone'), destroyed.includes('kept')]).toEqual([true, false]);
  });

  it('has one lookup key', () => {
    expect(keys.lookupKey()).toHaveLength(32);
    expect(keys.lookupKey()).toEqual(keys.lookupKey());
  });
});
