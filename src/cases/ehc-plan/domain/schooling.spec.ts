// CAL-14: nobody is in early years two years after compulsory school age.
import { given } from '../../../kernel/given-when-then.js';
import { ehcPlan } from '../ehc-plan.js';
import { ask, day, issued } from './history-for-tests.js';

const plan = [issued('2020-01-10')];
const birthDate = day('2018-09-15');
const details = (kind: string, from?: string) => ({ placementId: 'p', kind, from });
const ruleOf = (command: object) => given(ehcPlan, plan).when(ask(command as never)).refusal?.parts.rule;

describe.each([
  ['2025-09-14', undefined],
  ['2025-09-15', 'CAL-14'],
])('on %s, the day before the seventh birthday or that day: %s', (on, rule) => {
  test('a placement in early years', () => {
    expect(ruleOf({ type: 'RecordPlacement', on, birthDate, details: details('early-years') })).toBe(rule);
    expect(ruleOf({ type: 'RecordPlacement', on: '2025-12-01', birthDate, details: details('early-years', on) })).toBe(
      rule,
    );
    expect(ruleOf({ type: 'RecordPlacement', on, birthDate, details: details('mainstream') })).toBeUndefined();
  });

  test('a year group of early years', () => {
    expect(ruleOf({ type: 'RecordYearGroup', on, birthDate, yearGroup: -1 })).toBe(rule);
    expect(ruleOf({ type: 'RecordYearGroup', on, birthDate, yearGroup: 0 })).toBeUndefined();
  });

  test('a transfer from early years to school', () => {
    const transfer = { type: 'ExpectPhaseTransfer', on: '2025-06-02', birthDate, transferId: 't', transferOn: on };
    expect(ruleOf({ ...transfer, phase: 'early-years-to-school' })).toBe(rule);
    expect(ruleOf({ ...transfer, phase: 'infant-to-junior' })).toBeUndefined();
  });
});

test('where the birth date is not known, nothing is refused', () =>
  expect(ruleOf({ type: 'RecordYearGroup', on: '2025-09-15', yearGroup: -1 })).toBeUndefined());
