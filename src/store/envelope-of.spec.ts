import { StoredEnvelope } from './envelope-of.js';
import type { StoredEvent } from './port.js';

const stored = (metadata: string): StoredEvent =>
  ({
    id: 'e1',
    type: 'T',
    schemaVersion: 1,
    data: '{}',
    metadata,
    stream: 's-1',
    revision: 0,
    position: '1',
    hash: 'h',
    previousHash: 'p',
  }) as unknown as StoredEvent;
const facts = { occurredOn: '2026-06-01', recordedAt: '2026-06-01T09:00:00.000Z', commandId: 'c1' };

describe('an envelope', () => {
  it.each([
    ['begins as it is written', JSON.stringify({ ...facts, subjectIds: ['p1'] })],
    [
      'has its fields in another order',
      JSON.stringify({
        subjectIds: ['p1'],
        commandId: 'c1',
        recordedAt: facts.recordedAt,
        occurredOn: facts.occurredOn,
      }),
    ],
    ['has blanks', JSON.stringify({ ...facts, subjectIds: ['p1'] }, null, 1)],
  ])('reads its dates from metadata that %s', (_, metadata) => {
    const envelope = new StoredEnvelope(stored(metadata), { type: 'T', data: {} }, 'none');
    expect(envelope).toMatchObject(facts);
    expect(envelope.subjectIds).toEqual(['p1']);
    expect(envelope.metadata.subjectIds).toEqual(['p1']);
  });

  it.each([[[]], [['p1', 'p2']], [['a]b']], [['a"b']]])('reads whom it is about: %j', (subjectIds) => {
    const envelope = new StoredEnvelope(
      stored(JSON.stringify({ ...facts, subjectIds })),
      { type: 'T', data: {} },
      'none',
    );
    expect(envelope.subjectIds).toEqual(subjectIds);
  });

  it('reads a command id that had to be escaped', () => {
    const metadata = JSON.stringify({ ...facts, commandId: 'a"b', subjectIds: ['p1'] });
    const envelope = new StoredEnvelope(stored(metadata), { type: 'T', data: {} }, 'none');
    expect([envelope.commandId, envelope.subjectIds]).toEqual(['a"b', ['p1']]);
  });

  it('says that the history is damaged when its metadata are no JSON', () => {
    expect(() => new StoredEnvelope(stored('{"occurredOn"'), { type: 'T', data: {} }, 'none')).toThrow(
      'cannot be read',
    );
  });
});
