// Rows of a loaded list find the wait they are about.
import { waitEvents as events } from './domain/events.js';
import { day, received, referral } from './waits-for-tests.js';
import { identifyWait, type ReferralRow } from './identify-wait.js';
import { facts, project } from './project-for-tests.js';

const { pathway, service, provider } = referral;
const row: ReferralRow = { personId: 'p1', pathway, service, provider, receivedOn: day('2026-03-02') };
const correction = events.clockStartCorrected.fact(day('2026-05-04'), {
  from: day('2026-03-02'),
  to: day('2026-02-02'),
  reason: 'Letter',
  author: 'a',
});

test('a wait that was entered by hand is found by its date, also by one that was corrected since', () => {
  const db = project(facts('by-hand', received('2026-03-02'), correction));
  expect(identifyWait(db, row)).toBe('by-hand');
  expect(identifyWait(db, { ...row, receivedOn: day('2026-02-02') })).toBe('by-hand');
});

test('WAIT-44: another date without a referral number is another referral', () => {
  const db = project(facts('by-hand', received('2026-03-02')));
  expect(identifyWait(db, { ...row, receivedOn: day('2026-04-13') })).not.toBe('by-hand');
});

test('a referral number stays with its wait whatever its date becomes', () => {
  const numbered = { ...row, referralId: 'R-1041' };
  const id = identifyWait(project([]), numbered);
  const db = project(facts(id, received('2026-03-02')));
  expect(identifyWait(db, { ...numbered, receivedOn: day('2026-02-23') })).toBe(id);
});
