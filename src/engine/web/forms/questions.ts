// The kinds of question there are. Each makes a value; none knows of HTTP.
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { lettersIn, oneLine } from '../../../kernel/text-from-outside.js';
import { words } from '../present/words.js';
import { listOf, textOf, type Option, type Question } from './question.js';
import { readDate } from './read-date.js';

interface Asks {
  readonly label: string;
  readonly hint?: string;
}

interface AsksDate extends Asks {
  /** How a sentence begins that says what is wrong: "The day of the meeting". */
  readonly what: string;
  /** Something that happened lies in the past; something arranged may not. */
  readonly mayBeAhead?: boolean;
}

export const date = ({ what, mayBeAhead = false, ...asks }: AsksDate): Question<CivilDate> => ({
  kind: 'date',
  hint: 'For example, 3 11 2026 or 3 Nov 2026',
  ...asks,
  read(typed, name, today) {
    const part = (of: string) => textOf(typed[`${name}-${of}`]);
    const reading = readDate({ day: part('day'), month: part('month'), year: part('year') }, what);
    if (reading.problem !== undefined) return reading;
    if (reading.value === undefined) return { problem: `Enter ${what.charAt(0).toLowerCase()}${what.slice(1)}` };
    if (!mayBeAhead && reading.value > today)
      return { problem: `${what} must be today or in the past: it is recorded once it has happened` };
    return { value: reading.value };
  },
  shown: formatDate,
});

export const optionalDate = (asks: AsksDate): Question<CivilDate | undefined> => {
  const asked = date(asks);
  return {
    ...asked,
    label: `${asks.label} (optional)`,
    read(typed, name, today) {
      const blank = ['day', 'month', 'year'].every((of) => textOf(typed[`${name}-${of}`]) === '');
      return blank ? { value: undefined } : asked.read(typed, name, today);
    },
    shown: (value) => (value === undefined ? 'Not given' : formatDate(value)),
  };
};

export const optionsOf = (codes: readonly string[], hints: Readonly<Record<string, string>> = {}): Option[] =>
  codes.map((value) => ({ value, text: words(value), hint: hints[value] }));

const textFor = (options: readonly Option[], value: string): string =>
  options.find((option) => option.value === value)?.text ?? value;

/** What is not offered, or no longer, is said: left out in silence, the answer would be another than was given. */
const notOffered = ({ label }: Asks, value: string, options: readonly Option[]): string | undefined =>
  options.some((option) => option.value === value)
    ? undefined
    : `“${value}” is not, or no longer, among the answers to “${label}”: look at what is chosen, and send it again`;

/** One of a few. `none` is said when nothing is chosen. */
export const one = <T extends string>(asks: Asks & { options: readonly Option[]; none: string }): Question<T> => ({
  kind: 'radios',
  ...asks,
  read(typed, name) {
    const chosen = textOf(typed[name]);
    return asks.options.some(({ value }) => value === chosen) ? { value: chosen as T } : { problem: asks.none };
  },
  shown: (value) => textFor(asks.options, value),
});

export const oneOrNone = <T extends string>(asks: Asks & { options: readonly Option[] }): Question<T | undefined> => ({
  kind: 'radios',
  ...asks,
  read(typed, name) {
    const chosen = textOf(typed[name]);
    if (chosen === '') return { value: undefined };
    const problem = notOffered(asks, chosen, asks.options);
    return problem === undefined ? { value: chosen as T } : { problem };
  },
  shown: (value) => (value === undefined ? 'Not given' : textFor(asks.options, value)),
});

export const yesOrNo = (asks: Asks & { none: string }): Question<boolean> => {
  const options = [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ];
  const asked = one<'yes' | 'no'>({ ...asks, options });
  return {
    ...asked,
    read(typed, name, today) {
      const reading = asked.read(typed, name, today);
      return reading.problem === undefined ? { value: reading.value === 'yes' } : reading;
    },
    shown: (value) => (value ? 'Yes' : 'No'),
  };
};

/** Any of several; `none` is said when nothing is ticked, unless that is an answer too. */
export const several = <T extends string>(
  asks: Asks & { options: readonly Option[]; none?: string },
): Question<readonly T[]> => ({
  kind: 'checkboxes',
  ...asks,
  read(typed, name) {
    const ticked = listOf(typed[name]).filter((each) => each.trim() !== '');
    const problem = ticked.map((each) => notOffered(asks, each, asks.options)).find((each) => each !== undefined);
    if (problem !== undefined) return { problem };
    return ticked.length === 0 && asks.none !== undefined ? { problem: asks.none } : { value: ticked as T[] };
  },
  shown: (values) => values.map((value) => textFor(asks.options, value)).join(', ') || 'None',
});

const longest = 4000;

const tooLong = ({ label }: Asks, most: number): string =>
  `${label.replace(/ \(optional\)$/, '')}: use ${most} letters or fewer`;

export const freeText = (asks: Asks): Question<string | undefined> => ({
  kind: 'textarea',
  ...asks,
  read(typed, name) {
    const text = textOf(typed[name]);
    if (lettersIn(text) > longest) return { problem: tooLong(asks, longest) };
    return { value: text === '' ? undefined : text };
  },
  shown: (value) => value ?? 'Not given',
});

interface AsksText extends Asks {
  readonly longest?: number;
  /** What it must look like, and what is said when it does not. */
  readonly like?: { readonly pattern: RegExp; readonly otherwise: string };
}

/** One line. `none` is said when nothing is typed. */
export const line = ({ none, ...asks }: AsksText & { none: string }): Question<string> => {
  const asked = optionalLine(asks);
  return {
    ...asked,
    read(typed, name, today) {
      const reading = asked.read(typed, name, today);
      if (reading.problem !== undefined) return reading;
      return reading.value === undefined ? { problem: none } : { value: reading.value };
    },
    shown: (value) => value,
  };
};

export const optionalLine = ({ longest = 60, like, ...asks }: AsksText): Question<string | undefined> => ({
  kind: 'text',
  ...asks,
  read(typed, name) {
    const text = oneLine(textOf(typed[name]));
    if (text === '') return { value: undefined };
    if (lettersIn(text) > longest) return { problem: tooLong(asks, longest) };
    return like && !like.pattern.test(text) ? { problem: like.otherwise } : { value: text };
  },
  shown: (value) => value ?? 'Not given',
});

/** Free text that must be given: a reason without which nothing is recorded. */
export const reason = ({ none, ...asks }: Asks & { none: string }): Question<string> => {
  const asked = freeText(asks);
  return {
    ...asked,
    read(typed, name, today) {
      const reading = asked.read(typed, name, today);
      if (reading.problem !== undefined) return reading;
      return reading.value === undefined ? { problem: none } : { value: reading.value };
    },
    shown: (value) => value,
  };
};

/** Of many: a list to choose from instead of a column of radios. */
export const pick = <T extends string>(asks: Asks & { options: readonly Option[]; none: string }): Question<T> => ({
  ...one<T>(asks),
  kind: 'select',
});

export const pickOrNone = <T extends string>(asks: Asks & { options: readonly Option[] }): Question<T | undefined> => ({
  ...oneOrNone<T>(asks),
  kind: 'select',
});
