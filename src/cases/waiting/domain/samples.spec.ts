// Every version of every event of waiting that was ever written can still be read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Value } from '@sinclair/typebox/value';
import { EventCatalogue } from '../../../store/catalogue.js';
import { upcast } from '../../../store/upcast.js';
import { waitEvents } from './events.js';
import { waitEventsBefore } from './events-before.js';

const folder = join(process.cwd(), 'src/cases/waiting/domain/samples');
const catalogue = new EventCatalogue([waitEvents, waitEventsBefore]);

test.each(Object.values({ ...waitEvents, ...waitEventsBefore }))(
  '$type has a frozen sample of each version up to $version',
  ({ type, version }) => {
    const wanted = Array.from({ length: version }, (_, at) => `${type}.v${at + 1}.json`);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(wanted));
  },
);

test.each(readdirSync(folder))('the sample %s fits the schema of today', (name) => {
  const sample = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
    type: string;
    schemaVersion: number;
    data: Record<string, unknown>;
  };
  const { definition, check } = catalogue.get(sample.type);
  const data = upcast(definition, sample.schemaVersion, sample.data);
  expect([...Value.Errors(definition.schema, data)]).toEqual([]);
  expect(check.Check(data)).toBe(true);
});
