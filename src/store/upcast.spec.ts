// Old events are read in today's shape, or refused by name.
import { defineEvent, field } from '../kernel/events.js';
import { upcast } from './upcast.js';

const renamed = defineEvent(
  'WorkerNamed',
  { worker: field.text(), since: field.text() },
  {
    version: 3,
    upcasts: { 1: ({ name, ...rest }) => ({ ...rest, worker: name }), 2: (data) => ({ ...data, since: 'unknown' }) },
  },
);

describe('upcasting', () => {
  it('lifts data step by step, and leaves what was stored as it was', () => {
    const stored = Object.freeze({ name: 'w1' });
    expect(upcast(renamed, 1, stored)).toEqual({ worker: 'w1', since: 'unknown' });
    expect(upcast(renamed, 2, { worker: 'w1' })).toEqual({ worker: 'w1', since: 'unknown' });
  });

  it("leaves today's version alone", () => {
    const data = { worker: 'w1', since: '2026-01-01' };
    expect(upcast(renamed, 3, data)).toBe(data);
  });

  it.each([4, 0, -1, 1.5, NaN])('refuses version %p, naming the type and the versions', (version) => {
    const refused = { type: 'unknown-event', parts: { more: { type: 'WorkerNamed', stored: version, known: 3 } } };
    let error: unknown;
    try {
      upcast(renamed, version, {});
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject(refused);
  });

  it('refuses a missing step instead of reading old data as new', () => {
    const gap = { ...renamed, upcasts: { 1: renamed.upcasts[1] ?? ((data) => ({ ...data })) } };
    expect(() => upcast(gap, 1, { name: 'w1' })).toThrow(
      'There is no step that lifts WorkerNamed from version 2 to 3.',
    );
  });
});
