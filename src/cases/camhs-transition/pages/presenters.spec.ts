// What the pages of CAMHS say of a case: a step never looks more done, more late or more due than the rules say.
import { civilDate } from '../../../kernel/calendar/index.js';
import type { TransitionLine } from '../queries/register-line.js';
import type { WorkLine } from '../queries/work-view.js';
import { chosenInRegister, gateLinks } from './register-filters.js';
import { shownLine } from './register-row.js';
import { shownAgenda, stageWords } from './shown-agenda.js';
import { nextStepTag, stepTag } from './step-tag.js';

const asOf = civilDate('2026-01-10');
const line = (more: Partial<WorkLine>): WorkLine => ({
  ...{ subjectId: 't1', subject: 'transition', key: 'TRN-A3.6', rule: 'TRN-A3.6', title: 'Final meeting' },
  ...{
    kind: 'deadline',
    force: 'local',
    source: 'protocol',
    opensOn: null,
    metOn: null,
    basis: [],
    otherReading: null,
  },
  dueOn: civilDate('2026-01-01'),
  status: 'due',
  ...more,
});

describe('a step', () => {
  const told = (state: Parameters<typeof stepTag>[0]['state'], of?: WorkLine, ended = false, more = {}) =>
    stepTag({ state, required: true, ...more }, of, asOf, ended).text;

  it.each([
    ['done', line({ metOn: civilDate('2025-12-24'), status: 'met' }), 'Done in time'],
    ['done', line({ metOn: civilDate('2026-01-03'), status: 'met late' }), 'Done 2 days late'],
    ['done', undefined, 'Done'],
    ['offered-and-declined', undefined, 'Offered and declined'],
    ['not-possible', undefined, 'Not possible'],
    ['overdue', line({ status: 'overdue' }), '9 days overdue'],
    ['overdue', line({ status: 'absent' }), 'Nothing on record, 9 days late'],
    ['due', line({ dueOn: civilDate('2026-01-12') }), 'Due in 2 days'],
    ['due', undefined, 'Open, no last day'],
    ['not-yet', undefined, 'Not yet'],
  ] as const)('%s: %#', (state, of, text) => expect(told(state, of)).toBe(text));

  it('past its day, but no rule asks for it any more, is not recorded; never overdue', () => {
    expect(told('overdue')).toBe('Not recorded');
    expect(told('due', undefined, true)).toBe('Not recorded');
    expect(told('not-yet', undefined, true)).toBe('Not recorded');
  });

  it('that is not required is neither due nor late; TRN-B2.6: after the day is said', () => {
    expect(told('overdue', line({ status: 'overdue' }), false, { required: false })).toBe('Not required');
    expect(told('done', line({ metOn: asOf, status: 'met' }), false, { late: true })).toBe('Done late');
  });

  it('in the register says by which day', () => {
    const tag = (state: 'due' | 'overdue' | 'not-yet', closesOn?: string) =>
      nextStepTag({ state, required: true, closesOn }, asOf).text;
    expect(tag('overdue', '2026-01-09')).toBe('1 day overdue');
    expect(tag('due', '2026-01-10')).toBe('Due today');
    expect(tag('due')).toBe('Open, no last day');
    expect(tag('not-yet', '2026-05-14')).toBe('Not yet');
  });
});

describe('a line of the register', () => {
  const given: TransitionLine = {
    ...{ id: 't1', personId: 'p1', name: 'Ivy Sample', team: 'East', protocol: 'camhs-transition-a v1' },
    ...{ nextGate: '18', nextGateOn: '2026-02-10', milestonesDone: [], lateReferral: true, send: false },
    ...{ namedWorkers: [], needsFallback: false, unanswered: [] },
  };

  it('TRN-03: says late referral, and nobody where there is no named worker', () => {
    const shown = shownLine(given, asOf, asOf);
    expect(shown).toMatchObject({ gate: '18', when: { text: 'in 31 days' }, workers: [], href: '/transitions/t1' });
    expect(shown.marks.map(({ text }) => text)).toEqual(['Late referral (TRN-03)']);
  });

  it('TRN-02: past 18 without a reason stands out; a page of another day leads to that day', () => {
    const past18 = { since: '2026-01-01', days: 9 };
    const shown = shownLine({ ...given, nextGate: 'past-18', past18 }, asOf, civilDate('2026-03-01'));
    expect(shown.marks[0]).toEqual({ text: 'No reason recorded (TRN-02)', colour: 'red' });
    expect(shown.href).toBe('/transitions/t1?asOf=2026-01-10');
  });

  it('TRN-33: a referral that nobody has answered stands on the line, with its days', () => {
    const unanswered = [{ service: 'Progressions', since: '2025-11-09', days: 62 }];
    const { marks } = shownLine({ ...given, unanswered }, asOf, asOf);
    expect(marks[0]).toEqual({ text: 'No answer from Progressions for 62 days (TRN-33)', colour: 'orange' });
  });

  it('a gate that is not known is said, not guessed', () =>
    expect(shownLine({ ...given, nextGate: 'not-known', nextGateOn: undefined }, asOf, asOf).when.text).toBe(
      'Not known',
    ));
});

describe('the filters', () => {
  const counts = { gates: [{ gate: '18', cases: 3 }], workers: [{ id: 'ben', name: 'Ben Ferris' }], teams: [] };

  it('a gate keeps the other filters and leaves the page of the list', () => {
    const found = gateLinks(counts, { worker: 'ben', gate: '17', cursor: 'x' }).find(({ count }) => count === 3);
    expect(found).toMatchObject({ href: '/transitions?worker=ben&gate=18', current: false });
    expect(gateLinks(counts, {}).some(({ text }) => text.includes('birth date'))).toBe(false);
  });

  it('what is chosen can be taken away one by one', () =>
    expect(chosenInRegister(counts, { worker: 'ben', late: 'true' })).toEqual([
      { text: 'Named worker: Ben Ferris', href: '/transitions?late=true' },
      { text: 'Referred after 17 and a half: Yes', href: '/transitions?worker=ben' },
    ]));
});

it('TRN-44: an anonymised case has no name, no team and no link on the agenda', () => {
  const seen = { ageYears: 17, stage: 'A-2', discussionOverdue: true };
  const services = { recipient: 'adults', recipients: ['adults'] };
  const agenda = { on: asOf, ...services, named: [], anonymised: [seen], anonymousBefore: 0 };
  const { anonymous } = shownAgenda(agenda, asOf, true, false);
  expect(anonymous).toEqual([{ number: 1, age: 17, stage: 'stage 2 of protocol A', overdue: true }]);
  expect(stageWords(undefined)).toBe('no stage yet');
});

it('counts of one page of the agenda do not look like counts of everybody, and cases go on being numbered', () => {
  const seen = { ageYears: 17, stage: 'A-2', discussionOverdue: true };
  const agenda = { on: asOf, recipient: 'a', recipients: ['a'], named: [], anonymised: [seen], anonymousBefore: 50 };
  const last = shownAgenda(agenda, asOf, true, true);
  expect([last.anonymous[0]?.number, last.ofAnonymous, last.nobodyNamed, last.isPart]).toEqual([
    51,
    'Without a name: 1 on this page',
    false,
    true,
  ]);
  const first = shownAgenda({ ...agenda, anonymousBefore: 0, next: 'x' }, asOf, true, false);
  expect([first.ofAnonymous, first.nobodyNamed, first.isPart]).toEqual(['Without a name: 1 on this page', true, true]);
  const whole = shownAgenda({ ...agenda, anonymousBefore: 0 }, asOf, true, false);
  expect([whole.ofAnonymous, whole.isPart]).toEqual(['Without a name: 1', false]);
});
