// What is typed into a form is read question by question; nothing of it is lost by what is wrong with some of it.
import { newestShipped } from '../domain/questionnaires/shipped.js';
import { itemsOf } from '../domain/questionnaires/questionnaire.js';
import { newIn, typedAnswers } from './typed-answers.js';

const [words, medicines] = itemsOf(newestShipped('steady')) as [
  { id: string; label: string },
  { id: string; label: string },
];
const both = [words, medicines];

it('reads a tick, words, or both; a question that was left out is there without an answer', () => {
  const { answers, problems } = typedAnswers(both, {
    [`answer-${words.id}`]: 'help',
    [`comment-${words.id}`]: '  It is a lot\r\nto take in ',
    [`answer-${medicines.id}`]: '',
  });
  expect(answers).toEqual({
    [words.id]: { answer: 'help', comment: 'It is a lot\r\nto take in' },
    [medicines.id]: { answer: undefined },
  });
  expect(problems).toEqual([]);
});

it('what is no answer of a form is none, and what was not asked is not read', () => {
  const { answers } = typedAnswers([words], { [`answer-${words.id}`]: 'perhaps', [`answer-${medicines.id}`]: 'yes' });
  expect(answers).toEqual({ [words.id]: { answer: undefined } });
});

it('what was not sent at all stays as it was: a page of which half arrived takes nothing back', () => {
  const { answers } = typedAnswers(both, { [`comment-${words.id}`]: '' });
  expect(answers).toEqual({ [words.id]: { answer: undefined } });
});

it('says by the question what is too long or cannot be read, and keeps all of it to be shown again', () => {
  const long = 'x'.repeat(2001);
  const { answers, problems } = typedAnswers(both, {
    [`comment-${words.id}`]: long,
    [`comment-${medicines.id}`]: 'a\u0000b',
  });
  expect(problems.map(({ item }) => item)).toEqual([words.id, medicines.id]);
  expect(problems[0]?.text).toContain('It is 2001');
  expect(answers[words.id]?.comment).toBe(long);
});

it('only what is not known yet is written; a tick that was taken back is new too', () => {
  const before = { a: { answer: 'yes' }, b: { answer: 'help', comment: 'x' }, c: { comment: 'y' } } as const;
  const typed = { a: { answer: 'yes' }, b: { answer: undefined, comment: 'x' }, c: {}, d: {} } as const;
  expect(newIn(before, typed)).toEqual({ b: { answer: undefined, comment: 'x' }, c: {} });
});
