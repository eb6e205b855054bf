// Every version of every event of readiness that was ever written can still be read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Value } from '@sinclair/typebox/value';
import { EventCatalogue } from '../../../store/catalogue.js';
import { upcast } from '../../../store/upcast.js';
import { readinessEvents } from './events.js';
import { questionnaireEvents } from './questionnaires/events.js';

const folder = join(process.cwd(), 'src/cases/readiness/domain/samples');
const catalogue = new EventCatalogue([readinessEvents, questionnaireEvents]);

test.each(Object.values(readinessEvents))(
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
