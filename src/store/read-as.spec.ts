// An event that is written no more is read as the one that took its place; its bytes, its seal and its hash stay as they are.
import { civilDate } from '../kernel/calendar/index.js';
import { FixedClock } from '../kernel/clock.js';
import { readAsWithdrawn } from '../kernel/corrections.js';
import { defineEvent, field, type EventDefinition, type PastEvent } from '../kernel/events.js';
import { EventCatalogue } from './catalogue.js';
import { Journal } from './journal.js';
import { MemorySubjectKeys } from './keys/memory-subject-keys.js';
import { MemoryEventStore } from './memory/memory-event-store.js';
import { verifyStreams } from './verify-chain.js';

const on = civilDate('2026-06-01');
const noted = defineEvent('Noted', { word: field.id() });
const withdrawal = { correctsEventId: field.id(), reason: field.text() };
const before = defineEvent('NoteWithdrawn', withdrawal, { personal: ['reason'] });
const since = defineEvent('NoteWithdrawn', withdrawal, { personal: ['reason'], readAs: readAsWithdrawn });

const notes = {
  category: 'notes',
  initial: [] as readonly string[],
  evolve: (said: readonly string[], { data }: PastEvent) => [...said, (data as { word: string }).word],
};

async function given_aNoteThatAnEarlierOnwardTookBack() {
  const store = new MemoryEventStore();
  const keys = new MemorySubjectKeys();
  const journalWith = (withdrawn: EventDefinition) =>
    new Journal(store, keys, new EventCatalogue([{ noted, withdrawn }]), new FixedClock('2026-06-01T09:00:00.000Z'));
  const context = (commandId: string) => ({
    ...{ commandId, correlationId: commandId, subject: 'p1' },
    actor: { id: 'asha', role: 'send-caseworker', organisation: 'council' },
  });
  const earlier = journalWith(before);
  const said = await earlier.append('notes-1', 'no_stream', [noted.fact(on, { word: 'one' })], context('c1'));
  const correctsEventId = said.eventIds[0]!;
  const taken = { correctsEventId, reason: 'another child' };
  await earlier.append('notes-1', 0, [noted.fact(on, { word: 'two' }), before.fact(on, taken)], context('c2'));
  return { store, today: journalWith(since), taken, context };
}

test('it is read with its sealed reason, and takes back what it names', async () => {
  const { today, taken } = await given_aNoteThatAnEarlierOnwardTookBack();
  expect(await today.event('notes-1', 2)).toMatchObject({ type: 'FactWithdrawn', data: taken, personal: 'open' });
  expect((await today.load(notes, '1')).state).toEqual(['two']);
});

test('its bytes say what they said, and the chain holds', async () => {
  const { store } = await given_aNoteThatAnEarlierOnwardTookBack();
  for await (const page of store.readAll()) expect(page.map(({ type }) => type)).toContain('NoteWithdrawn');
  expect((await verifyStreams(store)).problems).toEqual([]);
});

test('it cannot be written any more', async () => {
  const { today, taken, context } = await given_aNoteThatAnEarlierOnwardTookBack();
  await expect(today.append('notes-1', 2, [since.fact(on, taken)], context('c3'))).rejects.toThrow('written no more');
});
