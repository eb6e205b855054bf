// What is sealed opens with its key, in its place, unaltered, and not otherwise.
import { randomBytes } from 'node:crypto';
import { open, seal } from './sealing.js';

const key = randomBytes(32);
const personal = { givenName: 'Zoë', birthDate: '2009-02-28', contacts: [{ phone: null }], note: '👩‍👧 “x”' };
const sealed = seal(key, 'e1', 'p1', 'PersonRegistered', personal);
const damaged = { type: 'damaged-history' };

function failure(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('sealing', () => {
  it('opens to what was sealed', () => {
    expect(open(key, 'e1', 'p1', 'PersonRegistered', sealed)).toEqual(personal);
    expect(open(key, 'e1', 'p1', 'X', seal(key, 'e1', 'p1', 'X', {}))).toEqual({});
  });

  it('is IV, ciphertext and tag in base64, and shows nothing of the content', () => {
    const bytes = Buffer.from(sealed, 'base64');
    expect(bytes).toHaveLength(12 + Buffer.byteLength(JSON.stringify(personal)) + 16);
    expect(bytes.toString('latin1')).not.toContain('2009');
  });

  it.each([
    ['another key', () => open(randomBytes(32), 'e1', 'p1', 'PersonRegistered', sealed)],
    ['another event', () => open(key, 'e2', 'p1', 'PersonRegistered', sealed)],
    ['another person', () => open(key, 'e1', 'p2', 'PersonRegistered', sealed)],
    ['another type', () => open(key, 'e1', 'p1', 'PersonCorrected', sealed)],
    ['ids cut differently', () => open(key, 'e1","p1', '', 'PersonRegistered', sealed)],
    ['nothing', () => open(key, 'e1', 'p1', 'PersonRegistered', '')],
    ['a shortened text', () => open(key, 'e1', 'p1', 'PersonRegistered', sealed.slice(0, 40))],
  ])('does not open with %s', (_, work) => {
    expect(failure(work)).toMatchObject(damaged);
  });

  it('does not open when any byte was altered', () => {
    const bytes = Buffer.from(sealed, 'base64');
    for (let at = 0; at < bytes.length; at++) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
      expect(failure(() => open(key, 'e1', 'p1', 'PersonRegistered', altered.toString('base64')))).toMatchObject(
        damaged,
      );
    }
  });

  it('never uses an IV twice, beyond its pool too, and never the same text twice', () => {
    const ivs = Array.from({ length: 5000 }, () => seal(key, 'e1', 'p1', 'X', personal).slice(0, 16));
    expect(new Set(ivs).size).toBe(5000);
  });
});
