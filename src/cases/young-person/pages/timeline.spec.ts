// The order and the pages of a timeline.
import type { HistoryEvent } from '../../../engine/audit/queries/history-page.js';
import { caseTypes } from '../../../apps/cases.js';
import { casesIn, timeline } from './timeline.js';

const event = (
  position: string,
  occurredOn: string,
  stream = 'ehcPlan-p1',
  more: Partial<HistoryEvent> = {},
): HistoryEvent =>
  ({
    id: position,
    type: 'ReviewMeetingHeld',
    stream,
    position,
    occurredOn,
    recordedAt: `${occurredOn}T12:00:00.000Z`,
    actor: { id: 'asha', role: 'send-caseworker', organisation: 'c' },
    source: null,
    data: { cycleId: 'c1', outcomesConsidered: true, attended: ['family', 'health'] },
    personalFields: 'none',
    ...more,
  }) as HistoryEvent;

const shown = (events: readonly HistoryEvent[], asked = {}, asOf = '2026-12-31') =>
  timeline(events, asked, 'p', asOf, (id) => id);

it('the newest day first; of one day what was recorded last', () => {
  const events = [event('1', '2026-01-05'), event('2', '2026-03-01'), event('3', '2026-01-05')];
  const types = ['A', 'B', 'C'];
  const told = events.map((each, index) => ({ ...each, type: types[index] ?? '' }));
  expect(shown(told).events.map(({ id }) => id)).toEqual(['2', '3', '1']);
});

it('shows both dates where it was recorded on another day than it happened, and never a time of day for the first', () => {
  const late = event('1', '2026-01-05', 'ehcPlan-p1', { recordedAt: '2026-02-01T09:30:00.000Z' });
  expect(shown([late, event('2', '2026-01-04')]).events.map(({ on, recordedLater }) => [on, recordedLater])).toEqual([
    ['2026-01-05', '1 Feb 2026 at 9:30 am'],
    ['2026-01-04', undefined],
  ]);
});

it('one thing recorded on one day for several roles is one entry', () => {
  const asked = (position: string, role: string) =>
    event(position, '2026-01-05', 'ehcPlan-p1', { type: 'AdviceRequested', data: { role, channel: 'email' } });
  expect(shown([asked('1', 'health'), asked('2', 'social-care')]).events).toMatchObject([
    {
      title: 'Advice requested',
      details: [
        { label: 'Role', value: 'social care; health' },
        { label: 'Channel', value: 'email' },
      ],
    },
  ]);
});

it('tells details in words and leaves ids out', () => {
  expect(shown([event('1', '2026-01-05')]).events[0]?.details).toEqual([
    { label: 'Outcomes considered', value: 'yes' },
    { label: 'Attended', value: 'family, health' },
  ]);
});

it('filters by pathway, leaves out what had not happened by the day, and pages by fifty', () => {
  const many = Array.from({ length: 120 }, (_, index) => event(String(1000 + index), '2026-01-05'));
  expect(shown([...many, event('w', '2026-02-01', 'wait-w1')], { pathway: 'wait' }).total).toBe(1);
  expect(shown([...many, event('w', '2027-02-01')]).total).toBe(120);
  const last = shown(many, { page: '3' });
  expect([last.total, last.older, last.newer]).toEqual([120, undefined, '/people/p?page=2']);
});

it('knows the cases from the history, without the person’s own stream', () => {
  const events = [event('1', '2026-01-05', 'youngPerson-p'), event('2', '2026-01-06'), event('3', '2026-01-07')];
  expect(casesIn(events, caseTypes)).toEqual([
    { text: 'EHC plan', since: '2026-01-06', href: '/ehc/plans/p1', pathway: 'ehc' },
  ]);
});

it('REC-24: a case whose beginning was taken back leads to no page, and says so', () => {
  const begun = event('1', '2026-01-05', 'ehcPlan-p1', { type: 'PlanIssued' });
  const back = event('2', '2026-02-01', 'ehcPlan-p1', { type: 'FactWithdrawn', data: { correctsEventId: '1' } });
  const [before] = casesIn([begun], caseTypes);
  expect(before?.href).toBe('/ehc/plans/p1');
  expect(casesIn([begun, back], caseTypes)).toEqual([{ text: 'EHC plan, taken back', since: '2026-01-05' }]);
});
