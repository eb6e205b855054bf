// An event in words: codes as people say them, and what somebody wrote as they wrote it.
import { destinations } from '../../../cases/camhs-transition/domain/destinations.js';
import { placementKinds, needCodes } from '../../../cases/ehc-plan/domain/words.js';
import { pathways } from '../../../cases/waiting/domain/codes.js';
import { shownEvent, valueInWords } from './history.js';
import { words } from './words.js';

it.each(destinations)('TRN-50: $code stands in a timeline as the list of destinations says it', ({ code, label }) =>
  expect(valueInWords(code)).toBe(label),
);

it('no code of a need, a placement or a pathway stands there raw', () => {
  const capitals = [...placementKinds, ...pathways].filter((code) => /^[A-Z]/.test(code));
  for (const code of capitals) expect(valueInWords(code)).toBe(words(code));
  expect(
    valueInWords([
      { code: 'SPLD', rank: 1 },
      { code: 'HI', rank: 2 },
    ]),
  ).toBe('Specific learning difficulty 1, Hearing impairment 2');
  for (const code of needCodes) expect(valueInWords({ code })).not.toBe(code);
});

it.each(['DS', 'A-2.1', 'EHCP', 'Spoke to Mum', 'ASAP'])('%s is left as it was written', (text) =>
  expect(valueInWords(text, 'note')).toBe(text),
);

it('REC-24: a correction says which field, what it was and what it is', () => {
  const data = {
    correctsEventId: 'e1',
    changes: [
      { field: 'meetingOn', from: '2026-03-02', to: '2026-03-09' },
      { field: 'late', to: true },
    ],
    reason: 'The letter says so.',
  };
  const event = {
    type: 'FactCorrected',
    stream: 'ehcPlan-1',
    occurredOn: '2026-06-01',
    data,
    actor: { id: 'a', role: 'manager' },
  };
  const recorded = { ...event, recordedAt: '2026-06-01T09:00:00.000Z' };
  const { title, details } = shownEvent(recorded as never, () => 'Asha');
  expect([title, ...details.map(({ label, value }) => `${label}: ${value}`)]).toEqual([
    'Fact corrected',
    ...['Field: Meeting on', 'From: 2 Mar 2026', 'To: 9 Mar 2026'],
    ...['Field: Late', 'To: yes'],
    'Reason: The letter says so.',
  ]);
});
