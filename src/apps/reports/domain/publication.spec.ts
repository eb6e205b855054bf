// What was published is published: once, never of a day to come, and nothing later changes it.
import { civilDate as day } from '../../../kernel/calendar/index.js';
import { fold } from '../../../kernel/decider.js';
import { publication, publicationEvents, type Publish, type PublicationEvent } from './publication.js';

const publish: Publish = {
  type: 'Publish',
  on: day('2026-06-01'),
  report: 'area',
  profile: 'MH_PUBLIC',
  asOf: day('2026-05-31'),
  by: 'ella.manager',
  figures: [
    {
      figure: 'gates',
      definition: 1,
      withheld: false,
      columns: ['cases'],
      rows: [{ row: '18', counts: [{ column: 'cases', count: 15 }] }],
    },
  ],
  settings: [],
};
const recorded = (command: Publish): PublicationEvent[] =>
  publication
    .decide(command, {})
    .map((fact, at) => ({ ...fact, id: `e${at}`, recordedAt: `${fact.occurredOn}T09:00:00.000Z` }));

test('figures of a day are those of its end: the day before is published, neither the day itself nor the day after', () => {
  expect(publication.decide({ ...publish, asOf: day('2026-05-31') }, {})).toHaveLength(1);
  for (const asOf of ['2026-06-01', '2026-06-02'] as const)
    expect(() => publication.decide({ ...publish, asOf: day(asOf) }, {})).toThrow('asOf');
});

test('published a second time with other counts, the first stand', () => {
  const state = fold(publication.evolve, publication.initial, recorded(publish));
  expect(publication.decide({ ...publish, figures: [] }, state)).toEqual([]);
  const twin = { ...recorded({ ...publish, figures: [] })[0]!, id: 'later' };
  expect(publication.evolve(state, twin)).toBe(state);
});

test('the fact has figures as codes and numbers, the day, the profile and who published', () => {
  const [fact] = publication.decide(publish, {});
  expect(fact).toEqual(
    publicationEvents.published.fact(day('2026-06-01'), {
      report: 'area',
      profile: 'MH_PUBLIC',
      asOf: day('2026-05-31'),
      by: 'ella.manager',
      figures: [
        {
          figure: 'gates',
          definition: 1,
          withheld: false,
          columns: ['cases'],
          rows: [{ row: '18', counts: [{ column: 'cases', count: 15 }] }],
        },
      ],
      settings: [],
    }),
  );
});
