// Every version of every event of transitions that was ever written can still be read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Value } from '@sinclair/typebox/value';
import { EventCatalogue } from '../../../store/catalogue.js';
import { upcast } from '../../../store/upcast.js';
import { transitionEvents } from './events.js';
import { transitionEventsBefore } from './events-before.js';

const folder = join(process.cwd(), 'src/cases/camhs-transition/domain/samples');
const catalogue = new EventCatalogue([transitionEvents, transitionEventsBefore]);

test.each(Object.values({ ...transitionEvents, ...transitionEventsBefore }))(
  '$type has a frozen sample of its version $version',
  ({ type, version }) => {
    expect(readdirSync(folder)).toContain(`${type}.v${version}.json`);
  },
);

test.each(readdirSync(folder))('the sample %s fits the schema of today', (name) => {
  const sample = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
    type: string;
    schemaVersion: number;
    data: Readonly<Record<string, unknown>>;
  };
  const { definition, check } = catalogue.get(sample.type);
  const data = upcast(definition, sample.schemaVersion, sample.data);
  expect([...Value.Errors(definition.schema, data)]).toEqual([]);
  expect(check.Check(data)).toBe(true);
});
