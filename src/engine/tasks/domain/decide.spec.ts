// What may be said of a task, and what follows.
import { civilDate as day } from '../../../kernel/calendar/index.js';
import { given } from '../../../kernel/given-when-then.js';
import type { KeepingCommand, PersonCommand } from './commands.js';
import { taskOf } from './decide.js';
import { taskEvents as events } from './events.js';
import { dueOf, ruleOf, taskSubjects, titleOf } from './facts.js';
import { deadlinesOf } from '../../deadlines/deadline-rows.js';

const task = taskOf('transition');
const cause = { on: day('2026-06-02'), eventId: 'missed-1' };
const open: KeepingCommand = {
  type: 'Open',
  on: day('2026-06-03'),
  personId: 'p1',
  caseId: 't1',
  kind: 'missed-first-appointment-camhs',
  cause,
};
const opened = given(task).when(open).facts;
const later = { on: day('2026-06-10'), cause: { on: day('2026-06-05'), eventId: 'missed-2' } };
const clinician = { on: day('2026-06-10'), by: { id: 'ben', role: 'camhs-clinician' } };
const complete: PersonCommand = { type: 'Complete', ...clinician };

describe('keeping a task true', () => {
  test('TRN-27: it is for the role of its kind, due seven days after the miss, and says why', () => {
    const { state } = given(task, opened);
    expect(state.opened).toMatchObject({ role: 'camhs-clinician', pack: 'tasks-2026' });
    expect([dueOf(state), ruleOf(state)]).toEqual(['2026-06-09', 'TRN-27']);
    expect(titleOf(state)).toContain('Follow up the missed first appointment (CAMHS)');
    const [deadline] = taskSubjects('t', state).flatMap(deadlinesOf);
    expect(deadline).toMatchObject({ rule: 'TRN-27', dueOn: '2026-06-09', trigger: { eventId: 'missed-1' } });
  });

  test('the days of the case’s own rule pack count before the kind’s', () => {
    expect(dueOf(given(task).when({ ...open, days: 3 }).state)).toBe('2026-06-05');
  });

  test.each<KeepingCommand>([open, { type: 'Move', on: later.on, cause }, { type: 'Unsettle', on: later.on, cause }])(
    'what is so already adds nothing: $type',
    (command) => {
      expect(given(task, opened).when(command).facts).toEqual([]);
    },
  );

  test.each<KeepingCommand>([
    { type: 'Move', ...later },
    { type: 'Settle', on: later.on, byEventId: 'attended' },
    { type: 'Unsettle', ...later },
    { type: 'Withdraw', on: later.on, because: 'cause-withdrawn' },
  ])('of a task that never was there is nothing to keep: $type', (command) => {
    expect(given(task).when(command).facts).toEqual([]);
  });

  test('a moved cause moves the due date, from the day on which that was learnt', () => {
    const { state } = given(task, opened).when({ type: 'Move', ...later });
    expect(dueOf(state)).toBe('2026-06-12');
    expect(taskSubjects('t', state).flatMap(deadlinesOf)).toMatchObject([
      { dueOn: '2026-06-09', validFrom: '2026-06-03', validTo: '2026-06-10' },
      { dueOn: '2026-06-12', validFrom: '2026-06-10' },
    ]);
  });

  test('what a person called done stays done, whatever the facts do', () => {
    const done = [...opened, ...given(task, opened).when(complete).facts];
    const corrected = { on: later.on, cause: { on: day('2026-06-01'), eventId: 'missed-1' } };
    for (const command of [
      open,
      { type: 'Move', ...corrected },
      { type: 'Unsettle', ...corrected },
    ] as KeepingCommand[])
      expect(given(task, done).when(command).facts).toEqual([]);
  });

  test.each(['Open', 'Move', 'Unsettle'] as const)(
    'what was done is to be done again when it happens again: %s',
    (type) => {
      const again = { ...open, ...later, type } as KeepingCommand;
      for (const closing of [given(task, opened).when(complete).facts, [events.done.fact(later.on, { by: 'fact' })]]) {
        const { facts, state } = given(task, [...opened, ...closing]).when(again);
        expect(facts).toMatchObject([{ type: 'TaskReopened', data: { causeEventId: 'missed-2' } }]);
        expect(dueOf(state)).toBe('2026-06-12');
        expect(given(task, [...opened, ...closing, ...facts]).when(again).facts).toEqual([]);
      }
    },
  );

  test('a reminder that was done stays done, whichever event sets its date', () => {
    const deadline = { rule: 'EHC-02', title: 'Review', scope: 'review', key: 'review', dueOn: day('2026-06-19') };
    const reminder = { ...open, kind: 'reminder', role: 'camhs-clinician', deadline } as const;
    const reminded = given(task).when(reminder).facts;
    const done = [...reminded, ...given(task, reminded).when(complete).facts];
    expect(given(task, done).when({ ...reminder, ...later }).facts).toEqual([]);
  });

  test('what a fact settled is open again when the fact is withdrawn, and what was withdrawn when there is cause again', () => {
    const settled = [...opened, events.done.fact(later.on, { by: 'fact', byEventId: 'attended' })];
    expect(given(task, settled).when({ type: 'Unsettle', ...later }).facts).toMatchObject([{ type: 'TaskReopened' }]);
    const withdrawn = [...opened, events.withdrawn.fact(later.on, { because: 'cause-withdrawn' })];
    const { facts, state } = given(task, withdrawn).when({ ...open, ...later });
    expect(facts).toMatchObject([{ type: 'TaskReopened', data: { causeEventId: 'missed-2' } }]);
    expect([state.closed, dueOf(state)]).toEqual([undefined, '2026-06-12']);
  });
});

describe('what people say of a task', () => {
  test('whoever has the role does it; a manager may too, and whoever was given it', () => {
    expect(given(task, opened).when(complete).facts).toMatchObject([{ type: 'TaskDone', data: { by: 'person' } }]);
    const manager = { ...complete, by: { id: 'ella', role: 'manager' } };
    expect(given(task, opened).when(manager).refusal).toBeUndefined();
    const given1 = [...opened, events.taken.fact(later.on, { assignee: 'dev' })];
    expect(
      given(task, given1).when({ ...complete, by: { id: 'dev', role: 'specialist-nurse' } }).refusal,
    ).toBeUndefined();
  });

  test('nobody else does', () => {
    const other = { ...complete, by: { id: 'cora', role: 'adult-clinician' } };
    expect(given(task, opened).when(other).refusal?.type).toBe('not-permitted');
  });

  test('a task that is closed is not done again, and its answer says how it was closed', () => {
    const withdrawn = [...opened, events.withdrawn.fact(later.on, { because: 'cause-withdrawn' })];
    const { refusal } = given(task, withdrawn).when(complete);
    expect([refusal?.type, refusal?.message]).toEqual([
      'already-exists',
      'This task was withdrawn on 10 Jun 2026: nothing is left to do (cause-withdrawn).',
    ]);
  });

  test('REC-11: only what a person called done is reopened by a person', () => {
    const reopen: PersonCommand = { type: 'Reopen', ...clinician, reason: 'it was somebody else' };
    const done = [...opened, ...given(task, opened).when(complete).facts];
    expect(given(task, done).when(reopen).facts).toMatchObject([{ type: 'TaskReopened' }]);
    expect(given(task, opened).when(reopen).refusal?.parts.rule).toBe('REC-11');
  });

  test('taking it shows that somebody began: late then, and not absent', () => {
    const taken = [...opened, events.taken.fact(later.on, { assignee: 'ben' })];
    const [deadline] = taskSubjects('t', given(task, taken).state).flatMap(deadlinesOf);
    expect(deadline?.beganOn).toBe('2026-06-10');
  });
});

test('REC-11: a death to confirm is closed by what is recorded, and by nobody’s word, a manager’s included', () => {
  const asked = given(task).when({ ...open, kind: 'confirm-death' }).facts;
  for (const by of [clinician.by, { id: 'ella', role: 'manager' }])
    expect(given(task, asked).when({ ...complete, by }).refusal?.parts.rule).toBe('REC-11');
  expect(given(task, asked).when({ type: 'Settle', on: later.on, byEventId: 'died-1' }).state.closed?.how).toBe('fact');
});

test.each([
  'referral-answer-adult',
  'referral-answer-camhs',
  'hand-over-answer-adult',
  'hand-over-answer-camhs',
] as const)('TRN-33, TRN-B3.3: %s is closed by an answer that is recorded, and by nobody’s word', (kind) => {
  const asked = given(task).when({ ...open, kind }).facts;
  for (const by of [clinician.by, { id: 'ella', role: 'manager' }, { id: 'cora', role: 'adult-clinician' }])
    expect(given(task, asked).when({ ...complete, by }).refusal).toBeDefined();
  expect(given(task, asked).when({ ...complete, by: { id: 'ella', role: 'manager' } }).refusal?.parts.rule).toBe(
    'TRN-33',
  );
});
