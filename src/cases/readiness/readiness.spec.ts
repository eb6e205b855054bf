// Ready Steady Go, given / when / then: who may start, how stages go on, whose answers are whose, what stays open.
import { given } from '../../kernel/given-when-then.js';
import type { OnwardError } from '../../kernel/errors.js';
import { itemsOf } from './domain/questionnaires/questionnaire.js';
import { newestShipped } from './domain/questionnaires/shipped.js';
import { readinessEvents as events, type ReadinessFact } from './domain/events.js';
import { openHelp, ownerOf, stageOn } from './domain/state.js';
import { readiness, type ReadinessCommand } from './readiness.js';
import { day, sent, stage, started } from './readiness-for-tests.js';

const birthDate = day('2013-05-15');
const said = (error: OnwardError | undefined) => [error?.type, error?.parts.rule];
const after = (...facts: readonly ReadinessFact[]) => given(readiness, facts);

const start = (on: string, parts: Partial<Extract<ReadinessCommand, { type: 'Start' }>> = {}): ReadinessCommand => ({
  ...{ type: 'Start', on: day(on), personId: 'p1', service: 'community-paediatrics', bands: 'slides' },
  ...{
    organisation: 'estuary-community-health',
    longTermCondition: true,
    likelyAdultServices: true,
    entersAt: 'ready',
  },
  birthDate,
  ...parts,
});

const answers = (
  on: string,
  questionnaire: Parameters<typeof newestShipped>[0],
  parts: Partial<Extract<ReadinessCommand, { type: 'RecordAnswers' }>> = {},
): ReadinessCommand => {
  const sheet = newestShipped(questionnaire);
  const given = { [itemsOf(sheet)[0]?.id ?? '']: { answer: 'yes' } } as const;
  const voice = sheet.voice;
  return {
    type: 'RecordAnswers',
    on: day(on),
    sheet,
    voice,
    how: 'paper',
    answers: given,
    birthDate,
    adultSide: false,
    ...parts,
  };
};

describe('RSG-01: who starts', () => {
  test('nobody the day before they are 11; everybody from the day on and after it', () => {
    expect(said(after().when(start('2024-05-14')).refusal)).toEqual(['refused-by-rule', 'RSG-01']);
    for (const on of ['2024-05-15', '2024-05-16']) expect(after().when(start(on)).facts).toHaveLength(1);
  });

  test('nobody without a long-term condition, or without a likely need of adult services', () => {
    for (const parts of [{ longTermCondition: false }, { likelyAdultServices: false }])
      expect(said(after().when(start('2025-01-10', parts)).refusal)).toEqual(['refused-by-rule', 'RSG-01']);
  });

  test('one programme for each clinic, and the pack of the chosen bands is pinned', () => {
    expect(said(after().when(start('2025-01-10', { running: true })).refusal)).toEqual(['already-exists', 'RSG-01']);
    const [fact] = after().when(start('2025-01-10', { bands: 'table' })).facts;
    expect(fact?.data).toMatchObject({ pack: 'readiness-table', packVersion: 1 });
  });

  test('RSG-03: a late entrant starts at a later stage; RSG-E3: an open CAMHS transition is noted at once', () => {
    const { state, facts } = after().when(start('2029-01-10', { entersAt: 'go', transitionId: 't1' }));
    expect(facts.map(({ type }) => type)).toEqual(['ReadinessProgrammeStarted', 'ReadinessCamhsTransitionNoted']);
    expect(state.stages).toMatchObject([{ stage: 'go' }]);
  });

  test('RSG-09: a transfer planned before the programme began is refused, on the day itself it is not', () => {
    const { refusal } = after().when(start('2025-01-10', { plannedTransferOn: day('2025-01-09') }));
    expect(refusal?.parts.fields).toMatchObject([{ field: 'plannedTransferOn' }]);
    expect(after().when(start('2025-01-10', { plannedTransferOn: day('2025-01-10') })).facts).toHaveLength(1);
    const planned = after(started('2025-01-10')).when({
      type: 'PlanTransfer',
      on: day('2025-02-01'),
      transferOn: day('2025-01-09'),
    });
    expect(said(planned.refusal)).toEqual(['invalid-input', 'RSG-09']);
  });
});

describe('RSG-03: stages', () => {
  const enter = (name: 'ready' | 'steady' | 'go', on = '2026-02-01') =>
    ({ type: 'EnterStage', on: day(on), stage: name, judgedBy: ['young-person'] }) as const;

  test('go forwards by readiness, whatever the age, and may pass one over', () => {
    expect(after(started('2024-06-01')).when(enter('steady', '2024-06-02')).facts).toHaveLength(1);
    expect(after(started('2024-06-01')).when(enter('go')).facts).toHaveLength(1);
  });

  test('never go backwards, and none is entered twice, or before the one that it follows', () => {
    const steady = after(started('2024-06-01'), stage('2025-06-01', 'steady'));
    for (const name of ['ready', 'steady'] as const)
      expect(said(steady.when(enter(name)).refusal)).toEqual(['refused-by-rule', 'RSG-03']);
    expect(said(steady.when(enter('go', '2025-05-31')).refusal)).toEqual(['invalid-input', 'RSG-03']);
    expect(steady.when(enter('go', '2025-06-01')).facts).toHaveLength(1);
  });
});

describe('RSG-04: each speaks for themselves', () => {
  const programme = after(started('2024-06-01'));

  test('a parent’s answers are never sent as the child’s, nor the child’s as a parent’s', () => {
    for (const [sheet, voice] of [
      ['parent-and-carer', 'young-person'],
      ['getting-ready', 'parent'],
    ] as const)
      expect(said(programme.when(answers('2025-01-10', sheet, { voice })).refusal)).toEqual([
        'refused-by-rule',
        'RSG-04',
      ]);
  });

  test('both are kept, and neither takes the place of the other', () => {
    const { state } = after(started('2024-06-01'), sent('2025-01-10', 'getting-ready', {})).when(
      answers('2025-01-10', 'parent-and-carer'),
    );
    expect(state.submissions.map(({ voice }) => voice)).toEqual(['young-person', 'parent']);
  });

  test('RSG-05: a form with nothing filled in was submitted all the same', () => {
    expect(programme.when(answers('2025-01-10', 'getting-ready', { answers: {} })).facts[0]?.data).toMatchObject({
      helpAsked: 0,
      answers: {},
    });
  });

  test('RSG-05: answers to items of another version are refused', () => {
    const strange = { 'no-such-item': { answer: 'yes' } } as const;
    expect(said(programme.when(answers('2025-01-10', 'getting-ready', { answers: strange })).refusal)).toEqual([
      'refused-by-rule',
      'RSG-05',
    ]);
  });

  test('RSG-05: the same form of the same day is recorded once', () => {
    const again = after(started('2024-06-01'), sent('2025-01-10', 'getting-ready', {}));
    expect(said(again.when(answers('2025-01-10', 'getting-ready')).refusal)).toEqual(['already-exists', 'RSG-05']);
    expect(again.when(answers('2025-01-11', 'getting-ready')).facts).toHaveLength(1);
  });

  test('TRN-42: a parent is asked until the day before the 18th birthday, and from then on only with the adult’s yes', () => {
    expect(programme.when(answers('2031-05-14', 'parent-and-carer')).facts).toHaveLength(1);
    for (const on of ['2031-05-15', '2031-05-16'])
      expect(said(programme.when(answers(on, 'parent-and-carer')).refusal)).toEqual(['refused-by-rule', 'TRN-42']);
    expect(programme.when(answers('2031-05-15', 'parent-and-carer', { adultLetsParent: true })).facts).toHaveLength(1);
  });
});

describe('RSG-12: Hello', () => {
  test('is sent with the adult’s own yes alone, which nobody can say before 18', () => {
    const programme = after(started('2024-06-01'));
    expect(said(programme.when(answers('2031-06-01', 'hello')).refusal)).toEqual(['refused-by-rule', 'RSG-12']);
    const yes = (on: string) =>
      ({ type: 'ConsentToHello', on: day(on), decidedBy: 'young-person', birthDate }) as const;
    expect(said(programme.when(yes('2031-05-14')).refusal)).toEqual(['refused-by-rule', 'TRN-42']);
    expect(programme.when(yes('2031-05-15')).facts).toHaveLength(1);
    const consented = events.helloConsented.fact(day('2031-05-20'), { decidedBy: 'young-person' });
    const adult = after(started('2024-06-01'), consented);
    expect(said(adult.when(answers('2031-05-19', 'hello')).refusal)).toEqual(['refused-by-rule', 'RSG-12']);
    expect(adult.when(answers('2031-05-20', 'hello', { adultSide: true })).facts).toHaveLength(1);
    expect(adult.when(answers('2031-05-20', 'go', { adultSide: true })).refusal?.type).toBe('not-permitted');
  });
});

describe('RSG-04: a link', () => {
  const offered = events.formOffered.fact(day('2026-01-05'), {
    ...{ linkId: 'l1', questionnaire: 'steady', version: 1, voice: 'young-person' },
    ...{ validUntil: day('2026-01-12'), tokenHash: 'a'.repeat(64) },
  });
  const on = (facts: readonly ReadinessFact[], when: string, parts = {}) =>
    after(started('2024-06-01'), offered, ...facts).when(
      answers(when, 'steady', { linkId: 'l1', how: 'own-device', ...parts }),
    );

  test('is good up to its last day, and on no later one', () => {
    for (const when of ['2026-01-11', '2026-01-12']) expect(on([], when).facts).toHaveLength(1);
    expect(said(on([], '2026-01-13').refusal)).toEqual(['refused-by-rule', 'RSG-04']);
  });

  test('is good once, whichever phone was first, and not when it was taken back', () => {
    const first = sent('2026-01-06', 'steady', {}, { linkId: 'l1', how: 'own-device' });
    expect(said(on([first], '2026-01-07').refusal)).toEqual(['already-exists', 'RSG-05']);
    const back = events.formWithdrawn.fact(day('2026-01-06'), { linkId: 'l1' });
    expect(said(on([back], '2026-01-07').refusal)).toEqual(['refused-by-rule', 'RSG-04']);
  });

  test('opens one form for one voice of one child', () => {
    expect(said(on([], '2026-01-06', { linkId: 'of-another-child' }).refusal)).toEqual(['refused-by-rule', 'RSG-04']);
    expect(said(on([], '2026-01-06', { voice: 'parent' }).refusal)).toEqual(['refused-by-rule', 'RSG-04']);
    expect(said(on([], '2026-01-06', { sheet: newestShipped('go') }).refusal)).toEqual(['refused-by-rule', 'RSG-05']);
  });
});

describe('RSG-04: nothing becomes of a link before it was given', () => {
  const offered = events.formOffered.fact(day('2026-01-05'), {
    ...{ linkId: 'l1', questionnaire: 'steady', version: 1, voice: 'young-person' },
    ...{ validUntil: day('2026-01-12'), tokenHash: 'a'.repeat(64) },
  });
  const link = after(started('2024-06-01'), offered);
  const ways = {
    'more time': (on: string) =>
      ({ type: 'GiveFormMoreTime', on: day(on), linkId: 'l1', validUntil: day('2026-02-01'), birthDate }) as never,
    'taken back': (on: string) => ({ type: 'WithdrawForm', on: day(on), linkId: 'l1' }) as never,
  };

  test.each(Object.entries(ways))('%s: not the day before, from the day on', (_, way) => {
    expect(said(link.when(way('2026-01-04')).refusal)).toEqual(['invalid-input', 'RSG-04']);
    for (const on of ['2026-01-05', '2026-01-06']) expect(link.when(way(on)).facts).toHaveLength(1);
  });
});

describe('RSG-07: help that was asked for', () => {
  const asked = sent('2025-01-10', 'getting-ready', {
    'taking-medicines': { answer: 'help' },
    exercise: { answer: 'help' },
  });
  const raised = events.helpRaised.fact(day('2025-02-01'), {
    helpId: 'h1',
    askedBy: 'parent',
    owner: 'ben.clinician',
    what: 'x',
  });

  test('is open for each answer that asks and each that was said, with an owner, and goes into the next stage', () => {
    const { state } = after(started('2024-06-01'), asked, raised, stage('2025-06-01', 'steady'));
    expect(openHelp(state).map((help) => [stageOn(state, help.on), help.askedBy, ownerOf(state, help)])).toEqual([
      ['ready', 'young-person', 'dev.nurse'],
      ['ready', 'young-person', 'dev.nurse'],
      ['ready', 'parent', 'ben.clinician'],
    ]);
    const { state: later } = after(
      started('2024-06-01'),
      asked,
      events.workerNamed.fact(day('2025-06-01'), { worker: 'ella.manager' }),
    );
    expect(openHelp(later).map((help) => ownerOf(later, help))).toEqual(['ella.manager', 'ella.manager']);
  });

  test('is closed by saying what became of it, once, and not before it was asked for', () => {
    const programme = after(started('2024-06-01'), raised);
    const done = (on: string) =>
      ({ type: 'AddressHelp', on: day(on), helpId: 'h1', outcome: 'given', how: 'Shown' }) as const;
    expect(said(programme.when(done('2025-01-31')).refusal)).toEqual(['invalid-input', 'RSG-07']);
    expect(openHelp(programme.when(done('2025-02-01')).state)).toEqual([]);
    const closed = events.helpAddressed.fact(day('2025-02-01'), { helpId: 'h1', outcome: 'given', how: 'Shown' });
    expect(said(after(started('2024-06-01'), raised, closed).when(done('2025-02-02')).refusal)[1]).toBe('RSG-07');
    expect(programme.when({ ...done('2025-02-02'), how: ' ' }).refusal?.parts.fields).toMatchObject([{ field: 'how' }]);
  });

  test('stands in the way of an end that says all is well', () => {
    const programme = after(started('2024-06-01'), raised);
    const end = (reason: 'no-adult-service-needed' | 'moved') =>
      ({ type: 'End', on: day('2026-01-01'), reason }) as const;
    expect(said(programme.when(end('no-adult-service-needed')).refusal)).toEqual(['refused-by-rule', 'RSG-07']);
    expect(programme.when(end('moved')).facts).toHaveLength(1);
  });
});

describe('REC-11: what was wrong', () => {
  const facts = [started('2024-06-01'), stage('2025-06-01', 'steady'), stage('2026-06-01', 'go')];
  const correct = (correctsEventId: string, to: string) =>
    ({
      type: 'CorrectDate',
      on: day('2026-07-01'),
      correctsEventId,
      field: 'occurredOn',
      to: day(to),
      reason: 'typed wrong',
    }) as const;

  test('a date moves as far as the order of what happened lets it', () => {
    expect(after(...facts).when(correct('e2', '2025-05-31')).state.stages[1]).toMatchObject({ on: '2025-05-31' });
    expect(said(after(...facts).when(correct('e2', '2026-06-02')).refusal)).toEqual(['refused-by-rule', 'RSG-03']);
    expect(said(after(...facts).when(correct('e1', '2025-06-02')).refusal)).toEqual(['refused-by-rule', 'RSG-03']);
  });

  test('what was agreed for a day is not corrected to one before it was agreed', () => {
    const made = events.appointmentMade.fact(day('2026-06-10'), { appointmentOn: day('2026-07-10') });
    const to = (text: string) => ({ ...correct('e4', text), field: 'appointmentOn' }) as const;
    expect(said(after(...facts, made).when(to('2026-06-09')).refusal)).toEqual(['refused-by-rule', 'RSG-04']);
    expect(after(...facts, made).when(to('2026-06-10')).facts).toHaveLength(1);
  });

  test('a stage that was entered in error is taken back; the start is not', () => {
    const back = (correctsEventId: string) =>
      ({ type: 'WithdrawFact', on: day('2026-07-01'), correctsEventId, reason: 'not ready' }) as const;
    expect(
      after(...facts)
        .when(back('e3'))
        .state.stages.at(-1),
    ).toMatchObject({ stage: 'steady' });
    expect(said(after(...facts).when(back('e1')).refusal)).toEqual(['refused-by-rule', 'REC-11']);
  });

  test('answers that were taken back ask for no help any more', () => {
    const asked = sent('2025-01-10', 'getting-ready', { exercise: { answer: 'help' } });
    const taken = after(started('2024-06-01'), asked).when({
      ...{ type: 'WithdrawFact', on: day('2025-01-11'), correctsEventId: 'e2', reason: 'another child’s' },
    });
    expect(openHelp(taken.state)).toEqual([]);
  });
});
