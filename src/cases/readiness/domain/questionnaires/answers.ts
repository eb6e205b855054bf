// Answers to a questionnaire: checked against its version, and what two of them say beside each other (RSG-04, RSG-05, RSG-07).
import { Type } from '@sinclair/typebox';
import { refuse } from '../../../../kernel/errors.js';
import { inHalves, lettersIn, tidyText } from '../../../../kernel/text-from-outside.js';
import { itemsOf, type Item, type Questionnaire } from './questionnaire.js';

/** RSG-05: yes, or extra help wanted; and on a phone a button for what paper leaves blank because it does not concern one. */
export const answerCodes = ['yes', 'help', 'not-applicable'] as const;
export type AnswerCode = (typeof answerCodes)[number];

/** One item: a tick, words, or both. What is blank is not there. */
export interface Answer {
  readonly answer?: AnswerCode;
  readonly comment?: string;
}

/** By the id of the item. */
export type Answers = Readonly<Record<string, Answer>>;

export const longestComment = 2000;

/** For an event's sealed field. */
export const answersField = Type.Record(
  Type.String({ maxLength: 60 }),
  Type.Object(
    {
      answer: Type.Optional(Type.Unsafe<AnswerCode>(Type.String({ enum: [...answerCodes] }))),
      comment: Type.Optional(Type.String({ maxLength: inHalves(longestComment) })),
    },
    { additionalProperties: false },
  ),
  { additionalProperties: false },
);

/** What was typed, without what says nothing: completeness is nobody's measure (RSG-05). */
export const withoutBlanks = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([id, { answer, comment = '' }]) => {
      const words = tidyText(comment);
      if (answer === undefined && words === '') return [];
      return [[id, { ...(answer && { answer }), ...(words !== '' && { comment: words }) }]];
    }),
  );

/** The answers without blanks. Errors: `refused-by-rule` for items of another version; for a comment that is too long, by its item. */
export function checkAnswers(questionnaire: Questionnaire, answers: Answers): Answers {
  const known = new Set(itemsOf(questionnaire).map(({ id }) => id));
  const kept = withoutBlanks(answers);
  const unknown = Object.keys(kept).filter((id) => !known.has(id));
  if (unknown.length > 0)
    throw refuse('RSG-05', `Some of these answers belong to other questions than those of “${questionnaire.title}”.`, {
      help: 'The questions were changed after you began. Open the form again: what you wrote is kept beside the new questions.',
      fields: unknown.map((id) => ({ field: id, problem: 'is not on this form' })),
    });
  const wrong = Object.entries(kept).flatMap(([field, { answer, comment = '' }]) => [
    ...(answer !== undefined && !answerCodes.includes(answer) ? [{ field, problem: 'is no answer of this form' }] : []),
    ...(lettersIn(comment) > longestComment
      ? [{ field, problem: `must be ${longestComment} letters or fewer. You wrote ${lettersIn(comment)}` }]
      : []),
  ]);
  if (wrong.length > 0)
    throw refuse('RSG-05', 'One of your answers cannot be sent as it is.', {
      help: 'Nothing you wrote is lost. Change the answer that is marked, then send the form again.',
      fields: wrong,
    });
  return kept;
}

/** What help was asked for, in the order of the sheet: each is an issue until it is addressed (RSG-07). */
export const helpAsked = (questionnaire: Questionnaire, answers: Answers): readonly Item[] =>
  itemsOf(questionnaire).filter(({ id }) => of(answers, id).answer === 'help');

export interface Change {
  readonly itemId: string;
  readonly before: Answer;
  readonly now: Answer;
}

/** What is not as it was last time, whichever sheets these were: a topic has the same id on all of them. */
export const changedSince = (before: Answers, now: Answers): readonly Change[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .map((itemId) => ({ itemId, before: of(before, itemId), now: of(now, itemId) }))
    .filter((each) => each.before.answer !== each.now.answer || each.before.comment !== each.now.comment);

/** A voice: what it was asked, and what it said. */
export interface Said {
  readonly questionnaire: Questionnaire;
  readonly answers: Answers;
}

export interface Beside {
  readonly itemId: string;
  readonly section: string;
  /** As it was put to the young person; to the parent, where it was put to the parent alone. */
  readonly label: string;
  readonly youngPerson: Answer;
  readonly parent: Answer;
  /** Both ticked, and not the same. */
  readonly differs: boolean;
}

/** Two independent responses: neither fills a gap of the other (RSG-04). */
export function sideBySide(youngPerson: Said | undefined, parent: Said | undefined): readonly Beside[] {
  const lines: Beside[] = [];
  for (const { id: itemId, label, section } of [...linesOf(youngPerson), ...linesOf(parent)]) {
    if (lines.some((line) => line.itemId === itemId)) continue;
    const [theirs, parents] = [of(youngPerson?.answers ?? {}, itemId), of(parent?.answers ?? {}, itemId)];
    const both = theirs.answer !== undefined && parents.answer !== undefined;
    lines.push({
      itemId,
      section,
      label,
      youngPerson: theirs,
      parent: parents,
      differs: both && theirs.answer !== parents.answer,
    });
  }
  return lines;
}

const linesOf = (said: Said | undefined) =>
  (said?.questionnaire.sections ?? []).flatMap(({ title, items }) =>
    items.map((item) => ({ ...item, section: title })),
  );

const of = (answers: Answers, id: string): Answer => (Object.hasOwn(answers, id) ? (answers[id] ?? {}) : {});
