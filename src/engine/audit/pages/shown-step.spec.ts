// A step as the page tells it: where the buttons lead, what moved, and what a forgotten person's entry still says.
import { chainStart } from '../../../store/chain.js';
import type { HistoryEvent } from '../queries/history-page.js';
import type { ReplayedStep } from '../queries/replayed-step.js';
import { movedDates, shownStep } from './shown-step.js';

const event = {
  id: 'e1',
  type: 'ReviewMeetingHeld',
  stream: 'ehcPlan-p1',
  revision: 0,
  position: '1',
  occurredOn: '2026-01-05',
  recordedAt: '2026-02-01T09:30:00.000Z',
  schemaVersion: 1,
  actor: { id: 'asha', role: 'send-caseworker', organisation: 'council' },
  source: null,
  data: { outcomesConsidered: true },
  personalFields: 'open',
  hash: 'a'.repeat(64),
  previousHash: chainStart,
} as unknown as HistoryEvent;

const replayed = (more: Partial<ReplayedStep> = {}): ReplayedStep => ({
  step: 1,
  total: 1,
  event,
  events: [event],
  before: null,
  after: { made: { on: '2026-01-05', eventId: 'e1' } },
  rulePacks: ['england-send-2014 version 1'],
  datesBefore: [],
  datesAfter: [],
  verified: { events: 1, streams: 1, problems: [] },
  ...more,
});
const shown = (more: Partial<ReplayedStep> = {}) => shownStep(replayed(more), 'p', (id) => id.toUpperCase());
const hrefs = (more: Partial<ReplayedStep>) => shown(more).buttons.map(({ href }) => href);

it('buttons lead on and back, and nowhere at the ends', () => {
  expect(hrefs({})).toEqual([undefined, undefined, undefined, undefined]);
  expect(hrefs({ step: 2, total: 5 })).toEqual([1, 1, 3, 5].map((step) => `/people/p/history?step=${step}`));
});

it('REC-24: both clocks, who and under which role', () =>
  expect(shown().event).toMatchObject({
    title: 'Review meeting held',
    on: '2026-01-05',
    recordedAt: '1 Feb 2026 at 9:30 am',
    by: 'ASHA',
    role: 'SEND caseworker',
  }));

it('the first entry of a record has no hash before it, and everything in it is new', () => {
  const { proof, changes } = shown();
  expect(proof).toMatchObject({ previousHash: undefined, whole: true, checked: '1 entry in 1 record' });
  expect(changes).toEqual([{ label: 'Made', before: undefined, after: '5 Jan 2026' }]);
});

it('says where a chain is broken', () => {
  const problems = [{ stream: 'ehcPlan-p1', revision: 3, problem: 'is not what was recorded' }];
  expect(shown({ verified: { events: 9, streams: 2, problems } }).proof).toMatchObject({
    whole: false,
    problems: ['Entry 3: is not what was recorded'],
  });
});

it('REC-12: a forgotten person is shown as forgotten, with nothing of what the entry held', () => {
  const { forgotten, event: told } = shown({ event: { ...event, personalFields: 'destroyed' } });
  expect([forgotten, told.details]).toEqual([true, [{ label: 'Personal data', value: 'destroyed' }]]);
});

it('dates that moved, came, were met; not those that stayed', () => {
  const date = (key: string, dueOn: string, metOn: string | null = null) => {
    return { subject: 'Review 1', subjectId: 'c1', key, rule: 'EHC-22', title: key, dueOn, metOn };
  };
  const before = [date('stays', '2026-01-01'), date('moves', '2026-01-01'), date('met', '2026-01-01')];
  const after = [date('stays', '2026-01-01'), date('moves', '2026-01-08'), date('met', '2026-01-01', '2025-12-31')];
  expect(movedDates(before, after)).toEqual([
    { label: 'moves (EHC-22), Review 1', before: 'due 1 Jan 2026', after: 'due 8 Jan 2026' },
    { label: 'met (EHC-22), Review 1', before: 'due 1 Jan 2026', after: 'done 31 Dec 2025 (was due 1 Jan 2026)' },
  ]);
});

it('lists the part of a long history in which the step stands', () => {
  const events = Array.from({ length: 60 }, () => event);
  const { list, earlier, later } = shown({ step: 26, total: 60, events });
  expect([list[0]?.number, list.length, list.filter(({ current }) => current).length]).toEqual([26, 25, 1]);
  expect([earlier, later]).toEqual(['/people/p/history?step=25', '/people/p/history?step=51']);
});
