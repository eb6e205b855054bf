// The double's rules of writing, row by row: it must never be kinder than the server.
import { ServerLog, type Expected, type Outcome, type Proposed } from './server-log.js';

let count = 0;
const event = (id = `e${count++}`, text = '{}'): Proposed => ({
  id,
  type: 'Happened',
  contentType: 'application/octet-stream',
  data: Buffer.from(text),
  metadata: new Uint8Array(),
});
const wrong = (current: bigint | 'no_stream'): Outcome => ({ kind: 'wrong-version', current });

describe('the log of the EventStoreDB double', () => {
  let log: ServerLog;
  const [a, b, c] = [event('a'), event('b'), event('c')];
  beforeEach(() => {
    log = new ServerLog();
  });
  const lengthOf = (stream: string) => {
    const seen = log.visible(stream);
    return Array.isArray(seen) ? seen.length : seen;
  };

  it('row 1: refuses everything on a tombstoned stream', () => {
    log.append('s', 'no_stream', [a]);
    log.tombstone('s', 'any');
    for (const expected of ['any', 'no_stream', 'stream_exists', 0n] as const)
      expect(log.append('s', expected, [b])).toEqual({ kind: 'deleted' });
    expect(log.visible('s')).toBe('deleted');
  });

  it.each<[Expected, Outcome['kind']]>([
    ['any', 'written'],
    ['no_stream', 'written'],
    ['stream_exists', 'wrong-version'],
    [0n, 'wrong-version'],
  ])('row 1: an unknown stream takes any and no_stream only (%p)', (expected, kind) => {
    expect(log.append('s', expected, [a]).kind).toBe(kind);
  });

  it.each(['any', 'stream_exists'] as const)(
    'row 2: with %s finds again what it remembers, with the old numbers',
    (expected) => {
      const first = log.append('s', 'no_stream', [a, b]);
      log.append('s', 1n, [c]);
      expect(log.append('s', expected, [a, b])).toEqual({ ...first, kind: 'idempotent' });
      expect(lengthOf('s')).toBe(3);
    },
  );

  it.each(['any', 'stream_exists'] as const)(
    'row 2: with %s writes twice after a restart, and under load',
    (expected) => {
      log.append('s', 'no_stream', [a]);
      log.restart();
      expect(log.append('s', expected, [a]).kind).toBe('written');
      const forgetful = new ServerLog(1);
      forgetful.append('s', 'no_stream', [a]);
      forgetful.append('other', 'any', [b]);
      expect(forgetful.append('s', expected, [a]).kind).toBe('written');
    },
  );

  it('row 2: with any a first id that is unknown, or of another stream, is written as new; known then unknown is wrong', () => {
    log.append('s', 'no_stream', [a]);
    expect(log.append('t', 'any', [a]).kind).toBe('written');
    expect(log.append('s', 'any', [b, c]).kind).toBe('written');
    expect(log.append('s', 'any', [b, event('new')])).toEqual(wrong(2n));
    expect(log.append('s', 'any', [event('newer'), c]).kind).toBe('written');
  });

  it('row 3: an exact revision behind the head finds the same ids at the same places, also after a restart', () => {
    const first = log.append('s', 'no_stream', [a, b]);
    log.append('s', 1n, [c]);
    log.restart();
    expect(log.append('s', 'no_stream', [a, b])).toEqual({ ...first, kind: 'idempotent' });
    expect(log.append('s', 0n, [b, c])).toMatchObject({ kind: 'idempotent', revision: 2n });
    expect(log.append('s', 'no_stream', [b])).toEqual(wrong(2n));
    expect(log.append('s', 0n, [b, event('new')])).toEqual(wrong(2n));
    expect(log.append('s', 1n, [c, event('new')])).toEqual(wrong(2n));
  });

  it('row 3: no_stream on a soft-deleted stream is written and the numbering goes on', () => {
    log.append('s', 'no_stream', [a, b]);
    log.softDelete('s');
    expect(log.visible('s')).toBeUndefined();
    expect(log.append('s', 'no_stream', [c])).toMatchObject({ kind: 'written', revision: 2n });
    expect(lengthOf('s')).toBe(1);
  });

  it('row 4: a revision ahead of the head is wrong; at the head it is written without looking at ids', () => {
    log.append('s', 'no_stream', [a]);
    expect(log.append('s', 1n, [b])).toEqual(wrong(0n));
    expect(log.append('s', 0n, [a])).toMatchObject({ kind: 'written', revision: 1n });
  });

  it('row 6: only ids are compared: other content under an old id "succeeds" and the old content stays', () => {
    log.append('s', 'no_stream', [a]);
    log.append('s', 0n, [b]);
    expect(log.append('s', 'no_stream', [event('a', '{"other":true}')]).kind).toBe('idempotent');
    expect(log.visible('s')).toEqual([expect.objectContaining({ data: a.data }), expect.objectContaining({ id: 'b' })]);
  });

  it('writes all events of a call or none, and takes an empty one', () => {
    log.append('s', 'no_stream', [a, b]);
    log.append('s', 1n, [c]);
    expect(log.append('s', 'no_stream', [a, event(), event()])).toEqual(wrong(2n));
    expect(lengthOf('s')).toBe(3);
    expect(log.append('s', 2n, []).kind).toBe('written');
  });

  it('tombstones a stream that does not exist, once, and a scavenge removes the bytes only then', () => {
    expect(log.tombstone('never', 'any').kind).toBe('written');
    expect(log.tombstone('never', 'any')).toEqual({ kind: 'deleted' });
    log.append('s', 'no_stream', [a]);
    log.tombstone('s', 0n);
    expect(log.all.some(({ id }) => id === 'a')).toBe(true);
    log.scavenge();
    expect(log.all.map(({ type }) => type)).toEqual(['$streamDeleted', '$streamDeleted']);
  });
});
