// The made-up schools of the demo are those of the sample file: whoever loads it over a demo area changes nothing.
import { readFileSync } from 'node:fs';
import { readSchools } from '../../../engine/schools/load-schools.js';
import { demoSchools } from './schools.js';
import plans from './plan-kinds.json' with { type: 'json' };

test('the demo and the sample file have the same schools', () => {
  const read = readSchools({
    schools: readFileSync('samples/settings.csv'),
    links: readFileSync('samples/settings-links.csv'),
  });
  expect(demoSchools).toEqual(JSON.parse(JSON.stringify(read)));
});

test('every school at which somebody of the demo is placed is on the list', () => {
  const listed = demoSchools.map(({ urn }) => urn);
  expect(plans.placements.filter(({ urn }) => !listed.includes(urn))).toEqual([]);
});
