// Reads what was typed into questions of a form: an answer each, words each, or what is wrong with them, by the question.
import { textOf, type Typed } from '../../../engine/web/forms/question.js';
import { lettersIn, tidyTexts } from '../../../kernel/text-from-outside.js';
import { answerCodes, longestComment, type Answer, type Answers } from '../domain/questionnaires/answers.js';
import type { Item } from '../domain/questionnaires/questionnaire.js';

export const answerName = (item: string): string => `answer-${item}`;
export const commentName = (item: string): string => `comment-${item}`;

export interface AnswerProblem {
  readonly item: string;
  readonly text: string;
}

export interface TypedAnswers {
  /** Of every question that was on the page; what was left out is there without an answer, because it may have had one before. */
  readonly answers: Answers;
  readonly problems: readonly AnswerProblem[];
}

export function typedAnswers(items: readonly Item[], typed: Typed): TypedAnswers {
  const tidied = tidyTexts(typed);
  const texts = tidied.value as Typed;
  const problems: AnswerProblem[] = [];
  const sent = items.filter(({ id }) => typed[answerName(id)] !== undefined || typed[commentName(id)] !== undefined);
  const answers = sent.map(({ id }): readonly [string, Answer] => {
    const chosen = textOf(texts[answerName(id)]);
    const comment = textOf(texts[commentName(id)]);
    const unreadable = tidied.problems.find(({ field }) => field === commentName(id));
    if (unreadable) problems.push({ item: id, text: `What you wrote ${unreadable.problem}` });
    if (lettersIn(comment) > longestComment) problems.push(longBy(id, comment));
    return [id, { answer: answerCodes.find((code) => code === chosen), ...(comment !== '' && { comment }) }];
  });
  return { answers: Object.fromEntries(answers), problems };
}

const longBy = (item: string, comment: string): AnswerProblem => ({
  item,
  text: `What you wrote must be ${longestComment} letters or fewer. It is ${lettersIn(comment)}`,
});

/** Beside what was said of them already: words that are too long together with what was written elsewhere. */
export const tooLong = (answers: Answers, said: readonly AnswerProblem[]): readonly AnswerProblem[] =>
  Object.entries(answers).flatMap(([item, { comment = '' }]) =>
    lettersIn(comment) > longestComment && !said.some((one) => one.item === item) ? [longBy(item, comment)] : [],
  );

/** Only what is not known yet, so that going over a form again writes nothing. */
export const newIn = (before: Answers, typed: Answers): Answers =>
  Object.fromEntries(
    Object.entries(typed).filter(([id, { answer, comment }]) => {
      const known = before[id] ?? {};
      return known.answer !== answer || (known.comment ?? '') !== (comment ?? '');
    }),
  );
