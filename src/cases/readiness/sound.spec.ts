// REC-11: a correction or a withdrawal leaves no history that could not have been recorded. Given / when / then, the day before, the day, the day after.
import type { OnwardError } from '../../kernel/errors.js';
import { given } from '../../kernel/given-when-then.js';
import type { CorrectableDate } from './domain/codes.js';
import { readinessEvents as events, type ReadinessFact } from './domain/events.js';
import { readiness } from './readiness.js';
import { day, sent, stage, started } from './readiness-for-tests.js';

/** 11 on 15 May 2024, 18 on 15 May 2031. */
const birthDate = day('2013-05-15');
const begun = started('2024-06-01');
const today = day('2032-01-10');
const said = ({ refusal }: { readonly refusal?: OnwardError }) => refusal && [refusal.type, refusal.parts.rule];
const refused = (rule: string) => ['refused-by-rule', rule];

/** Of the facts after the start, the last is moved or taken back, or the one of that number. */
function history(...facts: readonly ReadinessFact[]) {
  const all = given(readiness, [begun, ...facts]);
  const last = `e${facts.length + 1}`;
  return {
    moved: (to: string, correctsEventId = last, field: CorrectableDate = 'occurredOn', adultLetsParent = false) =>
      said(
        all.when({
          ...{ type: 'CorrectDate', on: today, correctsEventId, field, to: day(to), reason: 'typed wrong' },
          ...{ birthDate, adultLetsParent },
        }),
      ),
    takenBack: (correctsEventId = last) =>
      said(all.when({ type: 'WithdrawFact', on: today, correctsEventId, reason: 'another child’s', birthDate })),
    ended: (on: string) => all.when({ type: 'End', on: day(on), reason: 'moved' }),
  };
}

const raised = (on: string) => events.helpRaised.fact(day(on), { helpId: 'h1', askedBy: 'parent', what: 'x' });
const rechecked = (on: string) => events.helpRechecked.fact(day(on), { helpId: 'h1' });
const helped = (on: string) => events.helpAddressed.fact(day(on), { helpId: 'h1', outcome: 'given', how: 'x' });
const goal = (on: string, reviewOn?: string) =>
  events.goalAgreed.fact(day(on), {
    ...{ goalId: 'g1', agreedWith: ['clinic'], goal: 'x' },
    ...(reviewOn === undefined ? {} : { reviewOn: day(reviewOn) }),
  });
const review = (on: string, outcome: 'continues' | 'met' = 'continues') =>
  events.goalReviewed.fact(day(on), { goalId: 'g1', outcome });
const yes = (on: string) => events.helloConsented.fact(day(on), { decidedBy: 'young-person' });
const moved = (on: string, firstClinicOn = on) =>
  events.transferred.fact(day(on), { organisation: 'estuary-adult-mental-health', firstClinicOn: day(firstClinicOn) });
const ended = (on: string, reason: 'settled-in-adult-service' | 'no-adult-service-needed' | 'moved') =>
  events.ended.fact(day(on), { reason });
const offered = (on: string, until: string, questionnaire: 'steady' | 'parent-and-carer' = 'steady') =>
  events.formOffered.fact(day(on), {
    ...{ linkId: 'l1', questionnaire, version: 1, validUntil: day(until), tokenHash: 'a'.repeat(64) },
    voice: questionnaire === 'steady' ? 'young-person' : 'parent',
  });

test('RSG-01: the start does not go before the 11th birthday', () => {
  expect(history().moved('2024-05-14', 'e1')).toEqual(refused('RSG-01'));
  for (const on of ['2024-05-15', '2024-05-16']) expect(history().moved(on, 'e1')).toBeUndefined();
});

test('TRN-42: a parent’s form is not moved to the 18th birthday or after it without the adult’s yes', () => {
  for (const all of [
    history(sent('2031-05-01', 'parent-and-carer', {})),
    history(offered('2031-05-01', '2031-12-31', 'parent-and-carer')),
  ]) {
    expect(all.moved('2031-05-14')).toBeUndefined();
    for (const on of ['2031-05-15', '2031-05-16']) expect(all.moved(on)).toEqual(refused('TRN-42'));
    expect(all.moved('2031-05-15', 'e2', 'occurredOn', true)).toBeUndefined();
  }
  const asAdult = history(sent('2031-06-20', 'parent-and-carer', {}));
  expect(asAdult.moved('2031-05-20')).toEqual(refused('TRN-42'));
});

test('TRN-42, RSG-12: the yes to Hello is not moved before the 18th birthday, nor after Hello, nor taken back under it', () => {
  expect(history(yes('2031-05-20')).moved('2031-05-14')).toEqual(refused('TRN-42'));
  expect(history(yes('2031-05-20')).moved('2031-05-15')).toBeUndefined();
  const hello = history(yes('2031-05-20'), sent('2031-06-10', 'hello', {}));
  expect(hello.moved('2031-06-11', 'e2')).toEqual(refused('RSG-12'));
  expect(hello.moved('2031-06-10', 'e2')).toBeUndefined();
  expect(hello.takenBack('e2')).toEqual(refused('RSG-12'));
  expect(history(yes('2031-05-20')).takenBack()).toBeUndefined();
});

test('RSG-11: the transfer is not taken back while they are settled in the adult service by it', () => {
  expect(history(moved('2031-05-20'), ended('2031-09-01', 'settled-in-adult-service')).takenBack('e2')).toEqual(
    refused('RSG-11'),
  );
  expect(history(moved('2031-05-20'), ended('2031-09-01', 'moved')).takenBack('e2')).toBeUndefined();
});

test('RSG-12: the transfer is not moved after its first clinic', () => {
  expect(history(moved('2031-05-20', '2031-06-10')).moved('2031-06-11')).toEqual(refused('RSG-12'));
  expect(history(moved('2031-05-20', '2031-06-10')).moved('2031-06-10')).toBeUndefined();
});

test('RSG-07: what became of help is not taken back in a programme that ended with none open', () => {
  const facts = [raised('2025-01-10'), helped('2025-02-10')];
  expect(history(...facts, ended('2026-01-01', 'no-adult-service-needed')).takenBack('e3')).toEqual(refused('RSG-07'));
  expect(history(...facts, ended('2026-01-01', 'moved')).takenBack('e3')).toBeUndefined();
});

test('RSG-07: help is not looked at or seen to before it was asked for, nor taken back under what became of it', () => {
  for (const later of [rechecked('2025-02-10'), helped('2025-02-10')]) {
    const all = history(raised('2025-01-10'), later);
    expect(all.moved('2025-01-09')).toEqual(refused('RSG-07'));
    expect(all.moved('2025-01-10')).toBeUndefined();
    expect(all.takenBack('e2')).toEqual(refused('RSG-07'));
    expect(all.takenBack('e3')).toBeUndefined();
  }
});

test('RSG-07: help that was looked at again is not seen to before that look, and no look moves past what became of it', () => {
  const all = given(readiness, [begun, raised('2025-01-10'), rechecked('2025-02-10')]);
  const seenTo = (on: string) =>
    all.when({ type: 'AddressHelp', on: day(on), helpId: 'h1', outcome: 'given', how: 'x' });
  expect(said(seenTo('2025-02-09'))).toEqual(refused('RSG-07'));
  for (const on of ['2025-02-10', '2025-02-11']) expect(seenTo(on).facts).toHaveLength(1);
  const both = history(raised('2025-01-10'), rechecked('2025-02-10'), helped('2025-03-10'));
  expect(both.moved('2025-03-11', 'e3')).toEqual(refused('RSG-07'));
  for (const on of ['2025-03-09', '2025-03-10']) expect(both.moved(on, 'e3')).toBeUndefined();
});

test('RSG-09: a plan of the transfer is not moved past the transfer', () => {
  const planned = events.transferPlanned.fact(day('2030-05-20'), { transferOn: day('2031-05-20') });
  const all = history(planned, moved('2031-05-20'));
  expect(all.moved('2031-05-21', 'e2')).toEqual(refused('RSG-09'));
  for (const on of ['2031-05-19', '2031-05-20']) expect(all.moved(on, 'e2')).toBeUndefined();
});

test('RSG-05: a sheet on paper and one by a link may be of one day, whichever is moved there', () => {
  const byLink = sent('2025-01-12', 'steady', {}, { linkId: 'l1', how: 'own-device' });
  const all = history(sent('2025-01-10', 'steady', {}), offered('2025-01-09', '2025-01-20'), byLink);
  expect(all.moved('2025-01-10', 'e4')).toBeUndefined();
});

test('RSG-07: a goal is not looked at before it was agreed, nor after it was met, nor taken back under its review', () => {
  const all = history(goal('2025-01-10'), review('2025-06-10'), review('2026-01-10', 'met'));
  expect(all.moved('2025-01-09', 'e3')).toEqual(refused('RSG-07'));
  expect(all.moved('2026-01-11', 'e3')).toEqual(refused('RSG-07'));
  expect(all.moved('2025-01-10', 'e3')).toBeUndefined();
  expect(all.takenBack('e2')).toEqual(refused('RSG-07'));
});

test('RSG-04, RSG-07: what is agreed for a day is not moved after that day', () => {
  const made = events.appointmentMade.fact(day('2025-01-10'), { appointmentOn: day('2025-02-10') });
  expect(history(made).moved('2025-02-11')).toEqual(refused('RSG-04'));
  expect(history(made).moved('2025-02-10')).toBeUndefined();
  expect(history(goal('2025-01-10', '2025-02-10')).moved('2025-02-11')).toEqual(refused('RSG-07'));
});

test('RSG-05: no form is moved onto a day that has one of the same kind', () => {
  const all = history(
    sent('2025-01-10', 'steady', {}),
    sent('2025-02-10', 'steady', {}),
    sent('2025-03-10', 'parent-and-carer', {}),
  );
  expect(all.moved('2025-01-10', 'e3')).toEqual(refused('RSG-05'));
  for (const on of ['2025-01-09', '2025-01-11']) expect(all.moved(on, 'e3')).toBeUndefined();
  expect(all.moved('2025-01-10', 'e4')).toBeUndefined();
});

describe('RSG-04: a link', () => {
  const form = sent('2025-01-12', 'steady', {}, { linkId: 'l1', how: 'own-device' });

  test('is not moved after what was sent by it, nor taken back under it, and its last day does not go before that', () => {
    const all = history(offered('2025-01-10', '2025-01-20'), form);
    expect(all.moved('2025-01-13', 'e2')).toEqual(refused('RSG-04'));
    expect(all.moved('2025-01-12', 'e2')).toBeUndefined();
    expect(all.takenBack('e2')).toEqual(refused('RSG-04'));
    expect(all.moved('2025-01-11', 'e2', 'validUntil')).toEqual(refused('RSG-04'));
    expect(all.moved('2025-01-12', 'e2', 'validUntil')).toBeUndefined();
  });

  test('is not said to have been taken back before more time was given for it', () => {
    const all = given(readiness, [begun, offered('2025-01-10', '2025-01-20'), offered('2025-01-18', '2025-02-20')]);
    const back = (on: string) => all.when({ type: 'WithdrawForm', on: day(on), linkId: 'l1' });
    expect(said(back('2025-01-17'))).toEqual(refused('RSG-04'));
    for (const on of ['2025-01-18', '2025-01-19']) expect(back(on).facts).toHaveLength(1);
  });

  test('is not taken back, nor moved, under more time that was given for it', () => {
    const all = history(offered('2025-01-10', '2025-01-20'), offered('2025-01-18', '2025-02-20'));
    expect(all.takenBack('e2')).toEqual(refused('RSG-04'));
    expect(all.moved('2025-01-19', 'e2')).toEqual(refused('RSG-04'));
    expect(all.takenBack('e3')).toBeUndefined();
  });
});

describe('RSG-03: the end comes after everything else', () => {
  const all = [stage('2025-06-01', 'steady'), sent('2026-03-01', 'steady', {})];

  test('it is not recorded of a day before the latest fact, which is named', () => {
    const { refusal } = history(...all).ended('2026-02-28');
    expect([refusal?.parts.rule, refusal?.parts.detail]).toEqual([
      'RSG-03',
      'This would end it before readiness questionnaire submitted (1 Mar 2026).',
    ]);
    for (const on of ['2026-03-01', '2026-03-02']) expect(history(...all).ended(on).facts).toHaveLength(1);
  });

  test('it is not moved before that fact, nor that fact after it', () => {
    const over = history(...all, ended('2026-04-01', 'moved'));
    expect(over.moved('2026-02-28')).toEqual(refused('RSG-03'));
    expect(over.moved('2026-03-01')).toBeUndefined();
    expect(over.moved('2026-04-02', 'e3')).toEqual(refused('RSG-03'));
    expect(over.moved('2026-04-01', 'e3')).toBeUndefined();
  });
});

test('what was wrong before a correction does not stand in its way', () => {
  const wrong = [raised('2025-01-10'), helped('2025-01-09'), stage('2025-06-01', 'steady')];
  expect(history(...wrong).moved('2025-06-02')).toBeUndefined();
  expect(history(...wrong).takenBack('e3')).toBeUndefined();
});
