// Every version of every event, frozen: it can still be checked, folded and sealed as it was.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventCatalogue } from '../../../store/catalogue.js';
import { upcast } from '../../../store/upcast.js';
import { evolve } from './evolve.js';
import { ehcEvents, type EhcEvent } from './events.js';
import { initial } from './state.js';

const folder = join(__dirname, 'samples');
const samples = readdirSync(folder).map((name) => ({
  name,
  sample: JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
    type: string;
    schemaVersion: number;
    data: Record<string, unknown>;
  },
}));
const catalogue = new EventCatalogue([ehcEvents]);

it('has a frozen sample of every event version', () => {
  const wanted = Object.values(ehcEvents).flatMap(({ type, version }) =>
    Array.from({ length: version }, (_, at) => `${type}.v${at + 1}.json`),
  );
  expect(samples.map(({ name }) => name).sort()).toEqual(wanted.sort());
});

it.each(samples)('$name: is still what the schema says, with and without its personal fields', ({ sample }) => {
  const { definition, check } = catalogue.get(sample.type);
  const data = upcast(definition, sample.schemaVersion, sample.data);
  expect([...check.Errors(data)]).toEqual([]);
  const event = { ...sample, data, id: 'e', occurredOn: '2025-11-25', recordedAt: '2025-11-25T09:00:00.000Z' };
  const closed = Object.fromEntries(Object.entries(data).filter(([field]) => !definition.personal.includes(field)));
  const open = evolve(initial, event as unknown as EhcEvent);
  expect(evolve(initial, { ...event, data: closed } as unknown as EhcEvent)).toEqual(open);
  for (const field of definition.personal) expect(JSON.stringify(open)).not.toContain(String(data[field]));
});
