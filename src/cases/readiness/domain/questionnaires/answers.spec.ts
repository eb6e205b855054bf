// What answers say: nothing of another version, no voice in place of the other, no gap filled, nothing lost.
import fc from 'fast-check';
import { isOnwardError } from '../../../../kernel/errors.js';
import {
  answerCodes,
  changedSince,
  checkAnswers,
  helpAsked,
  longestComment,
  sideBySide,
  withoutBlanks,
} from './answers.js';
import type { Answer, Answers } from './answers.js';
import { itemsOf } from './questionnaire.js';
import { newestShipped } from './shipped.js';

const steady = newestShipped('steady');
const go = newestShipped('go');
const parents = newestShipped('parent-and-carer');
const ids = itemsOf(steady).map(({ id }) => id);

function refusal(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (isOnwardError(error, 'refused-by-rule')) return error.parts;
    throw error;
  }
  return undefined;
}

const answer: fc.Arbitrary<Answer> = fc.record(
  { answer: fc.constantFrom(...answerCodes), comment: fc.string({ maxLength: 40 }) },
  { requiredKeys: [] },
);
const answersTo = (some: readonly string[]): fc.Arbitrary<Answers> =>
  fc.dictionary(fc.constantFrom(...some), answer, { maxKeys: some.length });

it('RSG-05: not all need an answer: none at all can be sent, and what is blank is not there', () => {
  expect(checkAnswers(steady, {})).toEqual({});
  expect(checkAnswers(steady, { eating: {}, exercise: { comment: ' \n' } })).toEqual({});
});

it('RSG-05: yes, help and not for me are answers, each with or without words; words alone are kept too', () => {
  const said: Answers = {
    eating: { answer: 'yes' },
    exercise: { answer: 'help', comment: 'I get tired' },
    'growing-up': { answer: 'not-applicable' },
    'medical-words': { comment: 'What is a nephron?' },
  };
  expect(checkAnswers(steady, said)).toEqual(said);
});

it('RSG-05: answers to the items of another form are refused in plain words, by the item', () => {
  const parts = refusal(() => checkAnswers(steady, { driving: { answer: 'yes' }, eating: { answer: 'yes' } }));
  expect(parts).toMatchObject({ rule: 'RSG-05', fields: [{ field: 'driving', problem: 'is not on this form' }] });
  expect(parts?.help).toContain('what you wrote is kept');
  expect(
    refusal(() => checkAnswers(steady, JSON.parse('{"constructor":{"answer":"yes"}}') as Answers))?.fields,
  ).toHaveLength(1);
});

it('RSG-05: a comment may have 2,000 letters and not one more; the answer that is too long is named', () => {
  const saying = (length: number): Answers => ({ eating: { answer: 'help', comment: 'x'.repeat(length) } });
  expect(checkAnswers(steady, saying(longestComment))).toEqual(saying(longestComment));
  const parts = refusal(() => checkAnswers(steady, saying(longestComment + 1)));
  expect(parts?.fields).toMatchObject([{ field: 'eating' }]);
  expect(parts?.help).toContain('Nothing you wrote is lost');
});

it('RSG-05: whatever else stands for an answer is refused', () => {
  const odd = { eating: { answer: 'maybe' } } as unknown as Answers;
  expect(refusal(() => checkAnswers(steady, odd))?.fields).toMatchObject([{ field: 'eating' }]);
});

it('RSG-07: what help was asked for stands in the order of the sheet', () => {
  const said: Answers = {
    eating: { answer: 'help' },
    'medical-words': { answer: 'help' },
    exercise: { answer: 'yes' },
  };
  expect(helpAsked(steady, said).map(({ id }) => id)).toEqual(['medical-words', 'eating']);
});

it('RSG-07: what changed since last time is told across stages, blanks too', () => {
  const before: Answers = { eating: { answer: 'help' }, exercise: { answer: 'yes' }, 'growing-up': { answer: 'yes' } };
  const now: Answers = { eating: { answer: 'yes' }, exercise: { answer: 'yes' }, driving: { answer: 'help' } };
  expect(changedSince(before, now)).toEqual([
    { itemId: 'eating', before: { answer: 'help' }, now: { answer: 'yes' } },
    { itemId: 'growing-up', before: { answer: 'yes' }, now: {} },
    { itemId: 'driving', before: {}, now: { answer: 'help' } },
  ]);
});

it('RSG-04: side by side each says its own, and a gap of one is not filled by the other', () => {
  const lines = sideBySide(
    { questionnaire: steady, answers: { eating: { answer: 'yes' }, exercise: { answer: 'yes' } } },
    { questionnaire: parents, answers: { eating: { answer: 'help' }, 'growing-up': { answer: 'help' } } },
  );
  expect(lines).toHaveLength(17);
  const line = (id: string) => lines.find(({ itemId }) => itemId === id);
  expect(line('eating')).toMatchObject({ youngPerson: { answer: 'yes' }, parent: { answer: 'help' }, differs: true });
  expect(line('eating')?.label).toBe('Food and drink that suit my health');
  expect(line('exercise')).toMatchObject({ youngPerson: { answer: 'yes' }, parent: {}, differs: false });
  expect(line('growing-up')).toMatchObject({ youngPerson: {}, parent: { answer: 'help' }, differs: false });
});

it('RSG-04: one voice alone stands alone, and items that only one was asked stand once', () => {
  expect(sideBySide(undefined, undefined)).toEqual([]);
  const lines = sideBySide({ questionnaire: go, answers: {} }, { questionnaire: parents, answers: {} });
  const all = lines.map(({ itemId }) => itemId);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(expect.arrayContaining(['driving', 'growing-up']));
  expect(sideBySide(undefined, { questionnaire: parents, answers: {} })[0]?.section).toBe('Knowledge');
});

it('RSG-05: checked answers are what was typed without blanks, and checking them again changes nothing', () => {
  fc.assert(
    fc.property(answersTo(ids), (typed) => {
      const kept = checkAnswers(steady, typed);
      expect(checkAnswers(steady, kept)).toEqual(kept);
      for (const [id, { answer: ticked }] of Object.entries(typed)) expect(kept[id]?.answer).toBe(ticked);
      expect(Object.values(kept).every((each) => each.answer !== undefined || each.comment !== undefined)).toBe(true);
    }),
  );
});

it('RSG-07: nothing changed between answers and themselves; the changes lead from one to the other', () => {
  fc.assert(
    fc.property(answersTo(ids), answersTo(ids), (one, other) => {
      const [before, now] = [withoutBlanks(one), withoutBlanks(other)];
      expect(changedSince(before, before)).toEqual([]);
      const changed = Object.fromEntries(changedSince(before, now).map(({ itemId, now: next }) => [itemId, next]));
      expect(withoutBlanks({ ...before, ...changed })).toEqual(now);
    }),
  );
});

it('RSG-04: what a voice says beside the other is exactly what it said, whatever the other says', () => {
  fc.assert(
    fc.property(answersTo(ids), answersTo(ids), (young, parent) => {
      const lines = sideBySide({ questionnaire: steady, answers: young }, { questionnaire: parents, answers: parent });
      expect(lines.map((each) => each.youngPerson)).toEqual(lines.map(({ itemId }) => young[itemId] ?? {}));
      expect(lines.map((each) => each.parent)).toEqual(lines.map(({ itemId }) => parent[itemId] ?? {}));
      expect(Object.keys(young).every((id) => lines.some(({ itemId }) => itemId === id))).toBe(true);
    }),
  );
});
