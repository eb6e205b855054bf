// Every version of every event, frozen: it can still be checked, folded and sealed as it was.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventCatalogue } from '../../../store/catalogue.js';
import { entriesOf } from './entries.js';
import { stateOf } from '../../../kernel/history.js';
import type { Recorded } from '../../../kernel/events.js';
import { asToday, upcast } from '../../../store/upcast.js';
import { ehcPlanKind } from './plan-kind.js';
import { ehcEvents, type EhcFact } from './events.js';
import { ehcEventsBefore } from './events-before.js';

const folder = join(__dirname, 'samples');
const samples = readdirSync(folder).map((name) => ({
  name,
  sample: JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
    type: string;
    schemaVersion: number;
    data: Record<string, unknown>;
  },
}));
const all = { ...ehcEvents, ...ehcEventsBefore };
const catalogue = new EventCatalogue([all]);

it('has a frozen sample of every event version', () => {
  const wanted = Object.values(all).flatMap(({ type, version }) =>
    Array.from({ length: version }, (_, at) => `${type}.v${at + 1}.json`),
  );
  expect(samples.map(({ name }) => name).sort()).toEqual(wanted.sort());
});

it.each(samples)('$name: is still what the schema says, with and without its personal fields', ({ sample }) => {
  const { definition, check } = catalogue.get(sample.type);
  const data = upcast(definition, sample.schemaVersion, sample.data);
  expect([...check.Errors(data)]).toEqual([]);
  const recorded = { id: 'e', occurredOn: '2025-11-25', recordedAt: '2025-11-25T09:00:00.000Z' };
  const closed = Object.fromEntries(Object.entries(data).filter(([field]) => !definition.personal.includes(field)));
  const folded = (said: typeof data) =>
    stateOf(ehcPlanKind, [
      { ...recorded, ...asToday(definition, definition.version, said) } as unknown as EhcFact & Recorded,
    ]);
  const open = folded(data);
  expect(folded(closed)).toEqual(open);
  // Each date of the state is found in its event by whoever corrects it (REC-24).
  for (const { on, field } of entriesOf(open))
    expect([field, on]).toEqual([field, field === undefined ? recorded.occurredOn : data[field]]);
  for (const field of definition.personal) expect(JSON.stringify(open)).not.toContain(String(data[field]));
});
