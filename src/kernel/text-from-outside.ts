// Which texts may come in from outside, and how they are written: one spelling of each letter, nothing around them, nothing in them that cannot be seen.

/** Control characters but the tab and the ends of lines, which belong to longer texts. */
const control = /(?![\t\n\r])\p{Cc}|[\u2028\u2029]/u;
/** Embeddings, overrides and isolates: they make a page show another order of letters than the one that is stored. */
const direction = /[\u202a-\u202e\u2066-\u2069]/;
/** Tags and characters that are none: nobody types them. */
const noCharacter = /[\u{e0000}-\u{e007f}\ufdd0-\ufdef\ufffe\uffff]/u;
/** Blank though they are called letters or symbols. */
const blankLetters = /[\u115f\u1160\u2800\u3164\uffa0]/gu;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** Spaces, and what is as wide as nothing. Joiners inside of a word stay: some scripts are spelt with them. */
const around = /^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/gu;

/** Composed (NFC), without what stands around it. A text of which nothing can be seen becomes empty. */
export function tidyText(text: string): string {
  const tidy = text.normalize('NFC').replace(around, '');
  return visible.test(tidy.replace(blankLetters, '')) ? tidy : '';
}

/** What is wrong with a text, in words that never repeat it. Undefined when nothing is. */
export function textProblem(text: string): string | undefined {
  if (!text.isWellFormed() || noCharacter.test(text)) return 'must have only characters that can be read';
  if (control.test(text)) return 'must not have control characters in it';
  if (direction.test(text)) return 'must not have characters in it that turn the direction of writing';
  return undefined;
}

/** How many letters somebody would count: one that the machine keeps in two halves, as it keeps most emoji, is one. */
export const lettersIn = (text: string): number => [...text].length;

/** The same limit where only halves are counted: in schemas, and in the box of a page. */
export const inHalves = (letters: number): number => 2 * letters;

/** A name stands on one line: breaks and runs of spaces become one space. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');

export interface Tidied {
  readonly value: unknown;
  readonly problems: readonly { readonly field: string; readonly problem: string }[];
}

/** Every text in a value, however deep: tidied, and what is wrong with it by its field. Names of fields stay as they are. */
export function tidyTexts(value: unknown, field = ''): Tidied {
  if (typeof value === 'string') {
    const problem = textProblem(value);
    return problem === undefined ? { value: tidyText(value), problems: [] } : { value, problems: [{ field, problem }] };
  }
  if (!isPlain(value)) return { value, problems: [] };
  const under = (name: string) => (field === '' ? name : `${field}.${name}`);
  const entries = Object.entries(value).map(([name, each]) => [name, tidyTexts(each, under(name))] as const);
  const problems = entries.flatMap(([, tidied]) => tidied.problems);
  if (Array.isArray(value)) return { value: entries.map(([, tidied]) => tidied.value), problems };
  return { value: Object.fromEntries(entries.map(([name, tidied]) => [name, tidied.value])), problems };
}

const isPlain = (value: unknown): value is object =>
  Array.isArray(value) ||
  (typeof value === 'object' &&
    value !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value) as null));
