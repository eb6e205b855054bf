// The first contact and the clock: WAIT-03, WAIT-10, WAIT-22.
import { given } from '../../kernel/given-when-then.js';
import { wait } from './wait.js';
import { waitEvents as events } from './domain/events.js';
import { brief, day, received } from './waits-for-tests.js';

const rtt = [received('2026-03-02', { pathway: 'RTT' })];
const missed = {
  type: 'MissFirstContact',
  on: day('2026-05-01'),
  why: 'did-not-attend',
  clearlyCommunicated: true,
} as const;

describe('WAIT-03: a missed first appointment', () => {
  test('nullifies an RTT clock when the date was clearly communicated', () => {
    expect(brief(given(wait, rtt).when(missed).facts)).toEqual([
      'WaitFirstContactMissed 2026-05-01',
      'WaitClockNullified 2026-05-01',
    ]);
  });

  test.each([
    ['the child was not brought: no choice of theirs', { ...missed, why: 'was-not-brought' as const }, rtt],
    ['the date was not clearly communicated', { ...missed, clearlyCommunicated: false }, rtt],
    ['the service cancelled', { ...missed, why: 'cancelled-by-service' as const }, rtt],
    ['the pathway is no RTT pathway (WAIT-07)', missed, [received('2026-03-02')]],
    [
      'it is not the first',
      missed,
      [
        ...rtt,
        events.firstContactMissed.fact(day('2026-04-01'), { why: 'was-not-brought', clearlyCommunicated: true }),
      ],
    ],
  ])('leaves the clock running when %s', (_, command, before) => {
    expect(brief(given(wait, before).when(command).facts)).toEqual(['WaitFirstContactMissed 2026-05-01']);
  });

  test('a new clock starts on the day on which a new date is agreed', () => {
    const nullified = given(wait, rtt).when(missed).facts;
    const booked = given(wait, [...rtt, ...nullified]).when({
      type: 'BookFirstContact',
      on: day('2026-05-11'),
      appointmentOn: day('2026-06-20'),
    });
    expect(brief(booked.facts)).toEqual(['WaitClockStarted 2026-05-11', 'WaitFirstContactBooked 2026-05-11']);
    expect(booked.state.runs.map(({ start, end }) => [start, end?.on])).toEqual([
      ['2026-03-02', '2026-05-01'],
      ['2026-05-11', undefined],
    ]);
  });

  test('without a new date nothing can be attended: the agreement must be on record', () => {
    const facts = [...rtt, ...given(wait, rtt).when(missed).facts];
    const attended = given(wait, facts).when({ type: 'AttendFirstContact', on: day('2026-06-20'), mode: 'video' });
    expect(attended.refusal?.parts.rule).toBe('WAIT-03');
  });
});

test('WAIT-10: a community wait is over with the first attended contact', () => {
  const { facts } = given(wait, [received('2026-03-02')]).when({
    type: 'AttendFirstContact',
    on: day('2026-06-01'),
    mode: 'face-to-face',
  });
  expect(brief(facts)).toEqual(['WaitFirstContactAttended 2026-06-01', 'WaitClockStopped 2026-06-01']);
});

test('WAIT-31: a first contact is attended once', () => {
  const before = [received('2026-03-02'), events.firstContactAttended.fact(day('2026-04-02'), { mode: 'video' })];
  const { refusal } = given(wait, before).when({ type: 'AttendFirstContact', on: day('2026-06-01'), mode: 'video' });
  expect(refusal?.parts.rule).toBe('WAIT-31');
});

describe('WAIT-22: help has started when a contact, a baseline outcome, and a plan or an intervention are on record', () => {
  const before = [
    received('2026-03-02', { pathway: 'MH_CYP' }),
    events.firstContactAttended.fact(day('2026-04-10'), { mode: 'indirect' }),
    events.helpElementRecorded.fact(day('2026-03-20'), { element: 'baseline-outcome' }),
  ];

  test('the clock stops on the latest of their days, in whatever order they were recorded', () => {
    const { facts } = given(wait, before).when({
      type: 'RecordHelpElement',
      on: day('2026-04-01'),
      element: 'care-plan',
    });
    expect(brief(facts)).toEqual(['WaitHelpElementRecorded 2026-04-01', 'WaitClockStopped 2026-04-10']);
  });

  test('an assessment for autism or ADHD counts as well as a plan', () => {
    const command = {
      type: 'RecordHelpElement',
      on: day('2026-05-01'),
      element: 'neurodevelopmental-assessment',
    } as const;
    expect(brief(given(wait, before).when(command).facts)[1]).toBe('WaitClockStopped 2026-05-01');
  });

  test('a first contact alone stops nothing', () => {
    const { facts } = given(wait, before.slice(0, 1)).when({
      type: 'AttendFirstContact',
      on: day('2026-04-10'),
      mode: 'video',
    });
    expect(brief(facts)).toEqual(['WaitFirstContactAttended 2026-04-10']);
  });

  test('nor can it be stopped as treated', () => {
    const { refusal } = given(wait, before).when({ type: 'StopClock', on: day('2026-05-01'), how: 'first-treatment' });
    expect(refusal?.parts.rule).toBe('WAIT-22');
  });
});
