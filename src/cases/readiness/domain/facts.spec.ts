// Dates of a programme: worked examples of RSG-E1 to RSG-E3, and the day before, the day and the day after of each.
import { statusOn, type Deadline } from '../../../rules/deadline.js';
import { deadlinesOf } from '../../../engine/deadlines/deadline-rows.js';
import { stateOf } from '../../../kernel/history.js';
import { past } from '../../../kernel/given-when-then.js';
import { stagesByAge } from '../pack.js';
import { day, sent, stage, started } from '../readiness-for-tests.js';
import { readinessEvents as events, type ReadinessFact } from './events.js';
import { deadlineSubjects } from './facts.js';
import { readinessKind } from './readiness-kind.js';

function due(birth: string, ...facts: readonly ReadinessFact[]): Deadline[] {
  const state = stateOf(readinessKind, past(facts));
  const person = { birthDate: { on: day(birth), eventId: 'born' } };
  return deadlineSubjects('r1', state, person)
    .flatMap(deadlinesOf)
    .filter(({ validTo }) => validTo === undefined);
}
const of = (all: readonly Deadline[], key: string) => all.filter((one) => one.key === key);
const on = (all: readonly Deadline[], key: string) => of(all, key).map(({ dueOn }) => dueOn);
const planned = (to: string, when = '2024-01-02') => events.transferPlanned.fact(day(when), { transferOn: day(to) });

test('RSG-E1: transfer 15 May 2026 → adult introduction by 15 May 2025; transfer 29 Feb 2028 → by 28 Feb 2027', () => {
  expect(on(due('2008-05-15', started('2024-01-02'), planned('2026-05-15')), 'introduction')).toEqual(['2025-05-15']);
  expect(on(due('2010-02-28', started('2024-01-02'), planned('2028-02-29')), 'introduction')).toEqual(['2027-02-28']);
});

test('RSG-09: without a plan the 18th birthday counts, also for who was born on 29 February (CAL-11)', () => {
  expect(on(due('2012-09-01', started('2024-01-02')), 'introduction')).toEqual(['2029-09-01']);
  expect(on(due('2012-02-29', started('2024-01-02')), 'introduction')).toEqual(['2029-03-01']);
});

test('RSG-09: due on the day, absent from the day after; a plan that is made anew moves it', () => {
  const [row] = of(due('2008-05-15', started('2024-01-02'), planned('2026-05-15')), 'introduction');
  const status = ['2025-05-14', '2025-05-15', '2025-05-16'].map((text) => statusOn(row!, day(text)));
  expect(status).toEqual(['due', 'due', 'absent']);
  const anew = due('2008-05-15', started('2024-01-02'), planned('2026-05-15'), planned('2026-09-01', '2024-06-01'));
  expect(on(anew, 'introduction')).toEqual(['2025-09-01']);
});

test('RSG-09: who joins after that day has it due on the day on which they joined', () => {
  expect(on(due('2008-05-15', started('2025-11-03', { entersAt: 'go' })), 'introduction')).toEqual(['2025-11-03']);
});

const noted = events.camhsTransitionNoted.fact(day('2025-06-01'), { transitionId: 't1' });

test('RSG-E3: in both programmes the earlier date wins: 17 years before 17 years and 6 months', () => {
  expect(on(due('2008-11-15', started('2024-01-02'), noted), 'introduction')).toEqual(['2025-11-15']);
});

test('RSG-E3: a transfer planned at 19 leaves the CAMHS date of 17 years and 6 months the earlier one', () => {
  const both = due('2008-11-15', started('2024-01-02'), planned('2027-11-15'), noted);
  expect(on(both, 'introduction')).toEqual(['2026-05-15']);
  const alone = due('2008-11-15', started('2024-01-02'), planned('2027-11-15'));
  expect(on(alone, 'introduction')).toEqual(['2026-11-15']);
});

test('RSG-E2: age 13 on the slides is Steady, on the table Ready; 16 is Go on the slides, Steady and Go on the table', () => {
  const at = (pack: string, age: number) =>
    stagesByAge({ pack, packVersion: 1 }, day('2010-05-15'), day(`${2010 + age}-05-15`));
  expect(at('readiness-slides', 13)).toEqual(['steady']);
  expect(at('readiness-table', 13)).toEqual(['ready']);
  expect(at('readiness-slides', 16)).toEqual(['go']);
  expect(at('readiness-table', 16)).toEqual(['steady', 'go']);
  expect(at('readiness-other-trust', 13)).toEqual(['steady']);
});

test('RSG-03: by age they are in Ready the day before they are 13, and in Steady on the day', () => {
  const at = (text: string) => stagesByAge({ pack: 'readiness-slides', packVersion: 1 }, day('2013-05-15'), day(text));
  expect([at('2024-05-14'), at('2024-05-15'), at('2026-05-14'), at('2026-05-15')]).toEqual([
    [],
    ['ready'],
    ['ready'],
    ['steady'],
  ]);
});

test('AMB-10: the prompt for Steady opens at 13 and lasts to the day before 16; a later stage has left it behind', () => {
  const [prompt] = of(due('2013-05-15', started('2024-06-01')), 'steadyStage');
  expect(prompt).toMatchObject({ rule: 'RSG-03', opensOn: '2026-05-15', dueOn: '2029-05-14', kind: 'target' });
  const [passed] = of(due('2013-05-15', started('2024-06-01'), stage('2027-01-01', 'go')), 'steadyStage');
  expect(passed).toMatchObject({ metOn: '2027-01-01' });
});

describe('RSG-04: the questionnaire of a stage is due at the next appointment', () => {
  const made = (agreed: string, text: string) => events.appointmentMade.fact(day(agreed), { appointmentOn: day(text) });
  const visit = (text: string, nextOn?: string) =>
    events.visitRecorded.fact(day(text), {
      ...{ seenAlone: 'none', tookPart: 'present', askThreeQuestions: false, nextOn: nextOn && day(nextOn) },
    } as Parameters<typeof events.visitRecorded.fact>[1]);

  test('with none agreed no time is set', () => {
    expect(on(due('2013-05-15', started('2024-06-01')), 'ownQuestionnaire')).toEqual([]);
  });

  test('agreed anew before it, it moves; passed without the form, it stays late', () => {
    const programme = [started('2024-06-01'), made('2024-06-01', '2024-09-01')];
    expect(on(due('2013-05-15', ...programme), 'ownQuestionnaire')).toEqual(['2024-09-01']);
    expect(on(due('2013-05-15', ...programme, made('2024-08-01', '2024-10-01')), 'ownQuestionnaire')).toEqual([
      '2024-10-01',
    ]);
    expect(on(due('2013-05-15', ...programme, visit('2024-09-01', '2025-03-01')), 'ownQuestionnaire')).toEqual([
      '2024-09-01',
    ]);
  });

  test('what was sent on the day on which the next stage was entered is of the stage that was left: the next sheets are still to come', () => {
    const entered = events.stageEntered.fact(day('2024-09-01'), { stage: 'steady', judgedBy: ['clinic'] });
    const programme = [
      ...[started('2024-06-01'), made('2024-06-01', '2024-09-01')],
      ...[sent('2024-09-01', 'getting-ready', {}), sent('2024-09-01', 'parent-and-carer', {})],
      ...[entered, made('2024-09-01', '2025-02-01')],
    ];
    const met = (facts: readonly ReadinessFact[], key: string) =>
      of(due('2013-05-15', ...facts), key).map(({ metOn }) => metOn);
    for (const key of ['ownQuestionnaire', 'parentQuestionnaire'])
      expect([key, met(programme, key)]).toEqual([key, ['2024-09-01', undefined]]);
    const later = [...programme, sent('2025-02-01', 'steady', {}), sent('2025-02-01', 'parent-and-carer', {})];
    for (const key of ['ownQuestionnaire', 'parentQuestionnaire'])
      expect([key, met(later, key)]).toEqual([key, ['2024-09-01', '2025-02-01']]);
  });

  test('the parent’s never meets the young person’s', () => {
    const sentByParent = sent('2024-08-20', 'parent-and-carer', {});
    const all = due('2013-05-15', started('2024-06-01'), made('2024-06-01', '2024-09-01'), sentByParent);
    expect([of(all, 'ownQuestionnaire')[0]?.metOn, of(all, 'parentQuestionnaire')[0]?.metOn]).toEqual([
      undefined,
      '2024-08-20',
    ]);
  });
});

describe('RSG-08: seen alone', () => {
  const alone = (text: string, how: 'none' | 'part' | 'whole') =>
    events.visitRecorded.fact(day(text), { seenAlone: how, tookPart: 'present', askThreeQuestions: false });

  test('by the 16th birthday for a part, which no visit with a parent throughout meets', () => {
    expect(of(due('2013-05-15', started('2024-06-01'), alone('2025-01-01', 'none')), 'seenAlone')).toMatchObject([
      { dueOn: '2029-05-15', metOn: undefined },
    ]);
    expect(of(due('2013-05-15', started('2024-06-01'), alone('2025-01-01', 'part')), 'seenAlone')[0]?.metOn).toBe(
      '2025-01-01',
    );
  });
});

test('RSG-11: both summaries are due by the transfer, each by itself; RSG-12: Hello at the first adult clinic', () => {
  const moved = events.transferred.fact(day('2031-05-20'), {
    ...{ organisation: 'estuary-adult-mental-health', firstClinicOn: day('2031-06-10') },
  });
  const toGp = events.summarySent.fact(day('2031-05-19'), { to: 'gp', summary: 'x' });
  const all = due('2013-05-15', started('2024-06-01'), toGp, moved);
  expect(of(all, 'summaryToGp')).toMatchObject([{ dueOn: '2031-05-20', metOn: '2031-05-19' }]);
  expect(of(all, 'summaryToAdultTeam')).toMatchObject([{ dueOn: '2031-05-20', metOn: undefined }]);
  expect(on(all, 'hello')).toEqual(['2031-06-10']);
  expect(on(due('2013-05-15', started('2024-06-01')), 'hello')).toEqual([]);
});

test('RSG-01: introduced by 11 years and 6 months, where the programme began before', () => {
  expect(of(due('2013-05-15', started('2024-06-01')), 'introduced')).toMatchObject([
    { rule: 'RSG-01', dueOn: '2024-11-15' },
  ]);
  expect(of(due('2013-05-15', started('2025-06-01')), 'introduced')).toEqual([]);
});

test('AMB-19: 16 and 18 are told beforehand, and nobody fails by them', () => {
  const all = due('2013-05-15', started('2024-06-01'));
  expect(of(all, 'confidentialAt16')).toMatchObject([{ kind: 'period', dueOn: '2029-05-15' }]);
  expect(of(all, 'adultAt18')).toMatchObject([{ kind: 'period', dueOn: '2031-05-15' }]);
});

describe('RSG-11: the summary goes on transfer', () => {
  const summary = (on: string, to: 'gp' | 'adult-team' = 'gp') =>
    events.summarySent.fact(day(on), { to, summary: 'All of it' });
  const metOn = (...facts: readonly ReadinessFact[]) =>
    ['summaryToGp', 'summaryToAdultTeam'].map(
      (key) => of(due('2012-09-01', started('2024-01-02'), ...facts), key)[0]?.metOn,
    );

  test('one that is sent years before is not that one; six months before the planned day it is, the day before that not', () => {
    const plan = planned('2030-09-15', '2024-02-01');
    expect(metOn(plan, summary('2024-03-01'))).toEqual([undefined, undefined]);
    expect(metOn(plan, summary('2030-03-14'))).toEqual([undefined, undefined]);
    for (const on of ['2030-03-15', '2030-03-16', '2030-09-15', '2031-01-01'])
      expect(metOn(plan, summary('2024-03-01'), summary(on))).toEqual([on, undefined]);
    expect(metOn(plan, summary('2030-03-15', 'adult-team'))).toEqual([undefined, '2030-03-15']);
  });

  test('without a plan the 18th birthday counts, and after the transfer every one', () => {
    expect(metOn(summary('2030-02-28'))[0]).toBeUndefined();
    expect(metOn(summary('2030-03-01'))[0]).toBe('2030-03-01');
    const moved = events.transferred.fact(day('2027-01-10'), { organisation: 'estuary-adult-mental-health' });
    expect(metOn(moved, summary('2027-01-10'))[0]).toBe('2027-01-10');
    // Nobody had planned it: what went in the months before counts from the transfer on.
    expect(metOn(summary('2026-07-09'), moved)[0]).toBeUndefined();
    expect(metOn(summary('2026-07-10'), moved)[0]).toBe('2027-01-10');
  });
});

test('RSG-09: the rule sets no earliest day for the introduction: one years ahead is the introduction', () => {
  const met = events.adultServiceMet.fact(day('2024-03-01'), { organisation: 'estuary-adult-mental-health' });
  expect(of(due('2012-09-01', started('2024-01-02'), met), 'introduction')[0]?.metOn).toBe('2024-03-01');
});
