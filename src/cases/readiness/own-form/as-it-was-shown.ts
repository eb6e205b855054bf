// A page of a form may be older than what is kept: it carries what it showed of each question, and only what differs from that is a change (RSG-04).
import { createHash } from 'node:crypto';
import { textOf, type Typed } from '../../../engine/web/forms/question.js';
import { answerCodes, type Answer, type AnswerCode, type Answers } from '../domain/questionnaires/answers.js';

export const shownName = (item: string): string => `shown-${item}`;

/** What a page says that it showed: the tick, and the words by a hash of them. */
export const asShown = ({ answer, comment = '' }: Answer = {}): string => `${answer ?? ''}.${hashOfWords(comment)}`;

export const shownOf =
  (answers: Answers) =>
  (item: string): string =>
    asShown(answers[item]);

/** Browsers send their own line ends. */
const inOneForm = (words: string): string => words.replace(/\r\n?/g, '\n').trim();

const hashOfWords = (words: string): string => createHash('sha256').update(inOneForm(words)).digest('hex').slice(0, 16);

/** What was changed elsewhere and here: the words of both are kept, of two ticks the one that was kept already. */
export interface BothChanged {
  readonly item: string;
  /** The tick that is kept, where another was chosen here. */
  readonly tick?: { readonly kept: AnswerCode | undefined; readonly here: AnswerCode | undefined };
  readonly words: boolean;
}

export interface Reconciled {
  /** As they are to be kept now. */
  readonly answers: Answers;
  /** All of them as the next page shows them: with the ticks that were chosen here. */
  readonly here: Answers;
  readonly bothChanged: readonly BothChanged[];
}

/** Of a page that says nothing of what it showed, everything that was sent counts. */
export function reconciled(kept: Answers, sent: Answers, typed: Typed): Reconciled {
  const bothChanged: BothChanged[] = [];
  const answers = Object.entries(sent).map(([item, here]): readonly [string, Answer] => {
    const now = kept[item] ?? {};
    const [tickShown, wordsShown] = textOf(typed[shownName(item)]).split('.');
    if (tickShown === undefined || wordsShown === undefined) return [item, here];
    const tick = tickOf(
      now.answer,
      here.answer,
      answerCodes.find((code) => code === tickShown),
    );
    const words = wordsOf(now.comment ?? '', here.comment ?? '', wordsShown);
    if (tick.both || words.both)
      bothChanged.push({
        item,
        words: words.both,
        ...(tick.both && { tick: { kept: now.answer, here: here.answer } }),
      });
    return [item, { answer: tick.counts, ...(words.counts !== '' && { comment: words.counts }) }];
  });
  const all = Object.fromEntries(answers);
  const ticks = bothChanged.flatMap(({ item, tick }) => (tick ? [[item, { ...all[item], answer: tick.here }]] : []));
  return { answers: all, here: { ...kept, ...all, ...(Object.fromEntries(ticks) as Answers) }, bothChanged };
}

interface Counting<T> {
  readonly counts: T;
  readonly both: boolean;
}

function tickOf(
  kept: AnswerCode | undefined,
  here: AnswerCode | undefined,
  shown: AnswerCode | undefined,
): Counting<AnswerCode | undefined> {
  if (here === shown) return { counts: kept, both: false };
  return kept === shown || kept === here ? { counts: here, both: false } : { counts: kept, both: true };
}

/** Words that were taken away here do not take away what was written elsewhere, nor the other way about. */
function wordsOf(kept: string, here: string, shown: string): Counting<string> {
  const [keptIs, hereIs] = [hashOfWords(kept), hashOfWords(here)];
  if (hereIs === shown || hereIs === keptIs) return { counts: kept, both: false };
  if (keptIs === shown) return { counts: here, both: false };
  const together = [kept, here].filter((words) => words !== '').join('\n\n');
  return { counts: together, both: true };
}
