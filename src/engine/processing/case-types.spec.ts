// The kinds of cases that there are: found by what a stream is called, and never two of the same name.
import { CaseTypes } from './case-types.js';
import { replayable } from './slice.js';

const kind = (category: string, pathway?: string) =>
  replayable({ category, initial: {}, evolve: (state) => state }, { noun: category, pathway });

const followed = (category: string, pathway: string, seenBy: readonly string[] = []) =>
  replayable(
    { category, initial: {}, evolve: (state) => state },
    { noun: category, of: { pathway, keptAs: 'ehc', openCases: '', seenBy } },
  );

const plan = followed('plan', 'ehc', ['send-caseworker']);
const types = new CaseTypes([plan, kind('task', 'ehc'), kind('person')]);

it('finds a kind by the category of its streams, and those of a pathway in their order', () => {
  expect(types.of('plan')).toBe(plan);
  expect(types.of('nobody')).toBeUndefined();
  expect(types.ofPathway('ehc').map(({ category }) => category)).toEqual(['plan', 'task']);
  expect(types.ofPathway('unheard-of')).toEqual([]);
});

it('refuses two kinds of the same category: one of them would be nowhere', () => {
  expect(() => new CaseTypes([plan, followed('plan', 'other')])).toThrow('same category');
});

it('refuses two kinds of one pathway, and what is about a pathway that is not there', () => {
  expect(() => new CaseTypes([plan, followed('other', 'ehc')])).toThrow('same pathway');
  expect(() => new CaseTypes([plan, kind('task', 'unheard-of')])).toThrow('no kind of case has: unheard-of');
});

it('refuses a kind with deadlines and no pathway: they would be on no list', () => {
  const folding = { category: 'lost', initial: {}, evolve: (state: object) => state };
  expect(() => new CaseTypes([plan, replayable(folding, { noun: 'lost', subjects: () => [] })])).toThrow('on no list');
});

it('SHARE matrix: a role sees the pathways that name it, a manager and an auditor all, a role that nobody speaks of none', () => {
  expect([types.seenBy('send-caseworker'), types.seenBy('manager'), types.seenBy('auditor')]).toEqual([
    ['ehc'],
    undefined,
    undefined,
  ]);
  expect(types.seenBy('a-role-to-come')).toEqual([]);
});
