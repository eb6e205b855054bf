// Reads a whole form: all answers, or every problem with the field it belongs to; and what was typed, to be shown again.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { FieldProblem } from '../../../kernel/errors.js';
import { tidyTexts } from '../../../kernel/text-from-outside.js';
import type { PageProblem } from '../page.js';
import { inWords } from '../present/words.js';
import { listOf, textOf, type DatePart, type Option, type Question, type Questions, type Typed } from './question.js';

export interface FieldTrouble {
  readonly name: string;
  readonly text: string;
  readonly parts?: readonly DatePart[];
}

export interface FormReading {
  /** Set when there is no trouble. */
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly troubles: readonly FieldTrouble[];
}

/** Whatever a body holds, only texts and lists of texts are read from it. */
export function typedOf(body: unknown): Typed {
  const found: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    if (typeof value === 'string') found[name] = value;
    else if (Array.isArray(value)) found[name] = value.filter((each) => typeof each === 'string');
  }
  return found;
}

export function readForm(questions: Questions, typed: Typed, today: CivilDate): FormReading {
  const answers: Record<string, unknown> = {};
  const troubles: FieldTrouble[] = [];
  const tidied = tidyTexts(typed);
  for (const [name, question] of Object.entries(questions)) {
    const unreadable = tidied.problems.find(({ field }) => field === name);
    if (unreadable) {
      troubles.push({ name, text: `${question.label} ${unreadable.problem}` });
      continue;
    }
    const reading = question.read(tidied.value as Typed, name, today);
    if (reading.problem === undefined) answers[name] = reading.value;
    else troubles.push({ name, text: reading.problem, parts: reading.parts });
  }
  return troubles.length > 0 ? { troubles } : { answers, troubles };
}

/** What a rule says of a field stands beside that field; the rest in the summary only. */
export const troublesOf = (questions: Questions, fields: readonly FieldProblem[]): FieldTrouble[] =>
  fields.map(({ field, problem }) => ({
    name: field,
    text: problemOf(questions[field]?.label ?? inWords(field), problem),
  }));

/** A sentence for a person: a question was asked, or a thing was named. */
function problemOf(label: string, problem: string): string {
  const name = label.replace(/ \(optional\)$/, '');
  return name.endsWith('?') ? `${name} It ${problem}` : `${name}: ${problem}`;
}

export interface ShownField {
  readonly name: string;
  readonly kind: Question<unknown>['kind'];
  readonly label: string;
  readonly hint?: string;
  readonly options?: readonly (Option & { readonly checked: boolean })[];
  readonly value: string;
  readonly parts?: readonly { readonly name: DatePart; readonly value: string; readonly wrong: boolean }[];
  readonly error?: string;
}

const dateParts: readonly DatePart[] = ['day', 'month', 'year'];

export const shownFields = (questions: Questions, typed: Typed, troubles: readonly FieldTrouble[]): ShownField[] =>
  Object.entries(questions).map(([name, { kind, label, hint, options }]) => {
    const trouble = troubles.find((each) => each.name === name);
    const ticked = listOf(typed[name]);
    return {
      name,
      kind,
      label,
      hint,
      options: options?.map((option) => ({ ...option, checked: ticked.includes(option.value) })),
      value: textOf(typed[name]),
      parts:
        kind === 'date'
          ? dateParts.map((part) => ({
              name: part,
              value: textOf(typed[`${name}-${part}`]),
              wrong: trouble !== undefined && (trouble.parts ?? dateParts).includes(part),
            }))
          : undefined,
      error: trouble?.text,
    };
  });

/** Lines of the error summary, each leading to what is to be changed. */
export const summaryOf = (questions: Questions, troubles: readonly FieldTrouble[]): PageProblem[] =>
  troubles.map(({ name, text, parts }) => {
    const question = questions[name];
    if (!question) return { text };
    if (question.kind === 'date') return { text, href: `#${name}-${parts?.[0] ?? 'day'}` };
    return { text, href: `#${name}` };
  });

export const shownAnswers = (questions: Questions, answers: Readonly<Record<string, unknown>>) =>
  Object.entries(questions).map(([name, { label, shown }]) => ({ label, value: shown(answers[name]) }));
