// Who arranges a review, what else it looks at, and when advice is too old.
import { after, day, issued, stateOf, step } from './history-for-tests.js';
import { arrangingOf, isOutOfDate, pointsLeft } from './review-practice.js';

const placed = (kind: string) =>
  stateOf(
    after([issued('2024-12-20')], {
      type: 'RecordPlacement',
      on: '2025-01-10',
      details: { placementId: 'p', kind: kind as 'special' },
    }),
  );

it.each([
  ['special', 'school is required'],
  ['further-education', 'institution is asked'],
  ['early-years', 'institution is asked'],
  ['NEET', 'authority convenes'],
])('EHC-12, EHC-14: in %s the %s', (kind, expected) => {
  expect(arrangingOf(placed(kind), day('2025-11-10'))).toBe(expected);
});

it('EHC-12: where nobody knows of a place to learn the authority convenes', () => {
  expect(arrangingOf(stateOf([issued('2024-12-20')]), day('2025-11-10'))).toBe('authority convenes');
});

it('EHC-10, EHC-33: from 19 on a meeting also looks at the outcomes, at every age at a budget and a care plan', () => {
  const met = after([issued('2024-12-20')], step.meeting('2025-11-10'));
  const left = (history: typeof met, birthDate: string) => pointsLeft(stateOf(history).cycles[0]!, day(birthDate));
  expect(left(met, '2006-11-11')).toEqual(['personal-budget', 'aligned-with-care-plan']);
  expect(left(met, '2006-11-10')).toEqual(['outcomes-achieved', 'personal-budget', 'aligned-with-care-plan']);
  const point = { type: 'RecordReviewPoint', on: '2025-11-12', finding: 'considered', newCycleId: 'n' } as const;
  const said = after(met, { ...point, point: 'outcomes-achieved' }, { ...point, point: 'personal-budget' });
  expect(left(said, '2006-11-10')).toEqual(['aligned-with-care-plan']);
});

it('EHC-17: advice that is a year old to the day is still in date, one day more is not', () => {
  expect(isOutOfDate(day('2024-11-10'), day('2025-11-10'))).toBe(false);
  expect(isOutOfDate(day('2024-11-09'), day('2025-11-10'))).toBe(true);
});
