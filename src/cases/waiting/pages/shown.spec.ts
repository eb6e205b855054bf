// What the pages of waiting say: the clock explained, the estimate or why there is none, filters as links.
import { civilDate } from '../../../kernel/calendar/index.js';
import { given } from '../../../kernel/given-when-then.js';
import { waitEvents, type WaitFact } from '../domain/events.js';
import { wait as waitCase } from '../wait.js';
import { day, received } from '../waits-for-tests.js';
import { estimateLabel, estimateMethod } from '../figures/estimate-wait.js';
import type { ClockOfWait, OneWait } from '../queries/wait-answer.js';
import type { WaitingRow } from '../queries/waiting-row.js';
import type { WaitsOfService } from '../queries/waits-by-service.js';
import { chosenFilters, filterFields, listLink } from './list-filters.js';
import { shownNowSeeing, shownRow, shownService, weeksAndDays } from './shown-list.js';
import { clockSentences, shownActions, shownClocks, shownEstimate } from './shown-wait.js';
import { newestFirst } from './wait-history.js';
import type { HistoryEvent } from '../../../engine/audit/queries/history-page.js';

const asOf = civilDate('2026-11-25');
const clock = (more: Partial<ClockOfWait> = {}): ClockOfWait => ({
  start: '2026-02-23',
  startedBy: 'referral',
  recordedFrom: '2026-02-23',
  days: 275,
  ...more,
});
const wait = (more: Partial<OneWait> = {}): OneWait => ({
  id: 'w1',
  revision: 0,
  personId: 'p1',
  pathway: 'CHS',
  service: 'physiotherapy',
  provider: 'estuary',
  urgency: 'routine',
  clockStart: '2026-02-23',
  clocks: [clock()],
  segments: [],
  ...more,
});

test.each([
  [undefined, 'none'],
  [6, '0 weeks (6 days)'],
  [7, '1 week (7 days)'],
  [127, '18 weeks (127 days)'],
])('WAIT-41: %s days are shown as %s', (days, said) => expect(weeksAndDays(days)).toBe(said));

describe('the clock', () => {
  test.each([
    ['referral', 'WAIT-01'],
    ['new-date-agreed', 'WAIT-03'],
    ['decision-to-treat', 'WAIT-02'],
  ])('started by %s names its rule, %s, and that it is never paused', (startedBy, rule) => {
    const said = clockSentences(clock({ startedBy })).join(' ');
    expect(said).toContain(`(${rule})`);
    expect(said).toContain('It has run 39 weeks (275 days), never paused (WAIT-04).');
  });

  test('one that was nullified says that it counts as if it had not run (WAIT-03)', () =>
    expect(clockSentences(clock({ end: '2026-03-10', endedBy: 'nullified' }))[1]).toBe(
      'It counts as if it had not run: the first appointment was missed on 10 Mar 2026 (WAIT-03).',
    ));

  test('WAIT-44: a corrected start stays readable; the same clock before it ended is no correction', () => {
    const corrected = clock({ start: '2026-02-01', recordedTo: '2026-05-01' });
    const stillOpen = clock({ recordedTo: '2026-06-01' });
    const { now, before } = shownClocks(wait({ clocks: [corrected, stillOpen, clock({ end: '2026-06-01' })] }));
    expect([now.length, before.length]).toEqual([1, 1]);
    expect(before[0]?.join(' ')).toContain('from 23 Feb 2026 until 1 May 2026; it was corrected then (WAIT-44)');
  });
});

describe('WAIT-46: the estimate', () => {
  const said = { label: estimateLabel, asOf, method: estimateMethod };
  test('is a range of weeks with its label and its basis, never a date', () => {
    const { text, basis } = shownEstimate({ ...said, weeks: { from: 3, to: 8 } });
    expect(text).toBe('3 to 8 weeks from 25 Nov 2026: estimate, not a promise.');
    expect(basis).toContain('place in the list');
  });
  test('says why where there is none', () =>
    expect(shownEstimate({ ...said, why: 'Too few were assessed.' }).text).toBe(
      'No estimate is given. Too few were assessed.',
    ));
});

test('what may be recorded: by whoever may, as long as they wait, an appointment only before the first contact', () => {
  const actor = { id: 'ben', role: 'camhs-clinician', organisation: 'estuary-camhs' };
  const steps = (facts: readonly WaitFact[], may = true) => {
    const { state } = given(waitCase, facts);
    const now = { state, entries: { recorded: [], standing: [] }, today: asOf, actor, beside: {}, may: () => may };
    return shownActions(wait(), now).map(({ href }) => href.split('/').at(-1));
  };
  const waits = [received('2026-02-23')];
  expect(steps(waits)).toEqual(['contact', 'appointment', 'escalation']);
  // On this pathway the wait goes on after the first contact, until help starts.
  const seen = given(waitCase, [received('2026-02-23', { pathway: 'MH_CYP' })]).when({
    type: 'AttendFirstContact',
    on: day('2026-03-01'),
    mode: 'face-to-face',
  });
  expect(steps([received('2026-02-23', { pathway: 'MH_CYP' }), ...seen.facts])).toEqual(['contact', 'escalation']);
  const removed = waitEvents.removedFromList.fact(day('2026-03-01'), { reason: 'moved' });
  expect(steps([...waits, removed])).toEqual([]);
  expect(steps(waits, false)).toEqual([]);
  expect(shownActions(wait(), undefined)).toEqual([]);
});

test('filters are links: what is chosen takes itself away and forgets the place in the list', () => {
  const given = { service: 'physiotherapy', fromDays: '127', toDays: '364', cursor: 'x', asOf: '2026-06-30' };
  expect(chosenFilters(given)).toEqual([
    { text: 'Service: Physiotherapy', href: '/waiting?fromDays=127&toDays=364&asOf=2026-06-30' },
    { text: 'Waited: 127 to 364 days', href: '/waiting?service=physiotherapy&asOf=2026-06-30' },
  ]);
  expect(listLink(given, { cursor: 'y' })).toBe(
    '/waiting?service=physiotherapy&fromDays=127&toDays=364&asOf=2026-06-30&cursor=y',
  );
  const line = { pathway: 'CHS', service: 'physiotherapy', provider: 'estuary' } as WaitsOfService;
  const fields = filterFields(given, [line, line]);
  expect(fields.find(({ name }) => name === 'service')?.choices).toEqual([
    { value: 'physiotherapy', text: 'Physiotherapy', selected: true },
  ]);
  expect(shownService({ asOf: '2026-06-30' })({ ...line, over18Weeks: 2 }).over18.href).toBe(
    '/waiting?asOf=2026-06-30&pathway=CHS&service=physiotherapy&provider=estuary&fromDays=127',
  );
});

test('WAIT-45: too few seen lately: no month is named, and the basis says so in dates that people read', () => {
  const shown = shownNowSeeing({ basis: 'up to 2026-11-25; not given for fewer than 5', suppressed: true });
  expect(shown.sentence).toContain('Too few were seen');
  expect(shown.basis).toContain('up to 25 Nov 2026');
});

test('a row says what is not there: no contact on record; an appointment gone by asks what happened', () => {
  const row = { id: 'w1', personId: 'p1', person: 'A B', service: 's', pathway: 'CHS', urgency: 'routine', days: 20 };
  const texts = (more: Partial<WaitingRow>) =>
    shownRow({ ...row, ...more } as WaitingRow, asOf).notes.map(({ text }) => text);
  const none = 'No contact while waiting on record';
  const goneBy = 'Appointment gone by: what happened is not on record';
  expect(texts({ appointmentOn: '2026-11-24' })).toEqual([goneBy, none]);
  expect(texts({ appointmentOn: '2026-11-25' })).toEqual(['Appointment', none]);
  expect(texts({ appointmentOn: '2026-11-24', firstContactOn: '2026-11-24' })).toEqual(['First contact', none]);
  expect(texts({ appointmentOn: '2026-12-01', lastContactOn: '2026-11-01' })).toEqual(['Appointment', 'Last contact']);
});

test('the timeline is newest first, without what had not happened by the day', () => {
  const event = (position: string, occurredOn: string) => ({ position, occurredOn }) as HistoryEvent;
  const events = [
    event('1', '2026-01-01'),
    event('2', '2026-03-01'),
    event('3', '2026-01-01'),
    event('4', '2027-01-01'),
  ];
  expect(newestFirst(events, asOf).map(({ position }) => position)).toEqual(['2', '3', '1']);
});
