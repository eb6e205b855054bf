// Which cases a record consists of, and the last day of each part: what is left out here would be destroyed too early.
import { slices } from '../../apps/cases.js';
import { EventCatalogue } from '../../store/catalogue.js';
import { Journal } from '../../store/journal.js';
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import { civilDate as day } from '../../kernel/calendar/index.js';
import { defineEvent } from '../../kernel/events.js';
import { FixedClock } from '../../kernel/clock.js';
import { MemorySubjectKeys } from '../../store/keys/memory-subject-keys.js';
import { recordParts } from './record-parts.js';

const events = { stated: defineEvent('Stated', {}) };
const context = { actor: { id: 'asha', role: 'x', organisation: 'x' }, correlationId: 'c' } as const;

/** The last day of each part of a record whose streams hold facts of these days. */
async function partsOf(days: Readonly<Record<string, readonly string[]>>) {
  const clock = new FixedClock('2040-01-01T09:00:00.000Z');
  const journal = new Journal(new MemoryEventStore(), new MemorySubjectKeys(), new EventCatalogue([events]), clock);
  for (const [stream, all] of Object.entries(days)) {
    const facts = all.map((on) => events.stated.fact(day(on), {}));
    await journal.append(stream, 'no_stream', facts, { ...context, commandId: stream });
  }
  return (await recordParts(journal, 'p1', Object.keys(days))).lastOn;
}

test('REC-01, REC-02: the health part lasts to the last day of wait and transition, whichever is later', async () => {
  const wait = ['2024-01-10', '2024-06-03'];
  expect(await partsOf({ 'wait-1': wait })).toEqual({ health: '2024-06-03' });
  expect(await partsOf({ 'wait-1': wait, 'transition-1': ['2024-05-01', '2026-03-01'] })).toEqual({
    health: '2026-03-01',
  });
  expect(await partsOf({ 'wait-1': wait, 'transition-1': ['2024-06-02'] })).toEqual({ health: '2024-06-03' });
});

test('the last day is the latest one that something happened on, in whatever order it was recorded', async () => {
  const lastOn = await partsOf({ 'transition-1': ['2026-03-01', '2025-11-03'], 'ehcPlan-1': ['2031-01-02'] });
  expect(lastOn).toEqual({ health: '2026-03-01', ehc: '2031-01-02' });
});

test('REC-03: every kind of case belongs to a part, so that none is forgotten when its time is reckoned', async () => {
  const kinds = slices
    .flatMap(({ cases }) => cases)
    .filter(({ pathway, category }) => pathway !== undefined && !category.endsWith('Task'))
    .map(({ category }) => category);
  // A list for a term is of a school, and of nobody alone.
  expect([...kinds].sort()).toEqual([
    'ehcPlan',
    'ehcVoice',
    'readiness',
    'readinessDraft',
    'readinessVoice',
    'termList',
    'transition',
    'transitionVoice',
    'wait',
    'waitingVoice',
  ]);
  for (const kind of kinds.filter((each) => each !== 'termList')) {
    const lastOn = await partsOf({ [`${kind}-1`]: ['2026-03-01'] });
    expect([kind, Object.values(lastOn)]).toEqual([kind, ['2026-03-01']]);
  }
});
