// Nobody is told of a young person against their no, by a referral or by a hand-over (TRN-40, TRN-44).
import { given } from '../../kernel/given-when-then.js';
import { consentsOn, withEnds, type ConsentEntry, type ConsentStatus } from './domain/consent.js';
import { transition } from './transition.js';
import { adults, birthDate, day, on, opened } from './domain/transitions-for-tests.js';

const entry = (decision: ConsentEntry['decision'], date: string, more: Partial<ConsentEntry> = {}): ConsentEntry => ({
  eventId: `${decision} ${date}`,
  on: day(date),
  recipient: adults,
  decision,
  decidedBy: 'young-person',
  ...more,
});

/** By how consent stood on 10 May 2026. */
const consents = (...entries: readonly ConsentEntry[]) =>
  consentsOn(withEnds('discuss-with-adult-services', entries, birthDate, []), day('2026-05-10'));
const refer = (status?: readonly ConsentStatus[]) =>
  given(transition, [opened()]).when({
    type: 'ReferOnward',
    ...on('2026-05-10'),
    destination: 'ADULT_LD',
    consents: status,
  });
const offer = (status: readonly ConsentStatus[]) =>
  given(transition, [opened()]).when({
    type: 'OfferItems',
    ...on('2026-05-10'),
    items: [{ itemId: 'i1', kind: 'medication' }],
    consents: status,
  });

const against: readonly (readonly [string, readonly ConsentEntry[]])[] = [
  ['a refusal', [entry('refused', '2026-05-01')]],
  ['a refusal of that very day', [entry('refused', '2026-05-10')]],
  ['a withdrawal', [entry('given', '2026-01-01'), entry('withdrawn', '2026-05-01')]],
  [
    'a refusal of one of two services',
    [entry('given', '2026-05-01', { recipient: 'progressions' }), entry('refused', '2026-05-01')],
  ],
  [
    'an override that has ended',
    [entry('refused', '2026-04-01'), entry('overridden', '2026-04-02', { until: day('2026-05-10') })],
  ],
];

test.each(against)('TRN-44: in the face of %s nobody is referred, and no item is handed over', (_, entries) => {
  for (const { refusal } of [refer(consents(...entries)), offer(consents(...entries))]) {
    expect(refusal?.parts.rule).toBe('TRN-44');
    expect(refusal?.parts.help).toContain('override with its basis');
  }
});

const free: readonly (readonly [string, readonly ConsentEntry[], readonly string[]])[] = [
  ['the day after a consent', [entry('refused', '2026-05-01'), entry('given', '2026-05-09')], ['given 2026-05-09']],
  ['a refusal of the day after', [entry('refused', '2026-05-11')], []],
  ['nothing on record', [], []],
  [
    'an override that still holds',
    [entry('refused', '2026-05-01'), entry('overridden', '2026-05-02', { until: day('2026-05-11') })],
    ['overridden 2026-05-02'],
  ],
];

test.each(free)('TRN-44: with %s they are referred, and the referral says on what it rests', (_, entries, ids) => {
  expect(refer(consents(...entries)).facts[0]?.data).toMatchObject({ consentEventIds: ids });
  expect(offer(consents(...entries)).refusal).toBeUndefined();
});

test('a loaded list tells of what was sent, and says nothing of consent', () => {
  expect(refer().facts[0]?.data).toMatchObject({ consentEventIds: [] });
});
