// Says in words what is wrong with XML that breaks its own rules, without repeating anything that stands in the file.
import type { Problem } from './record.js';

type Trouble = Omit<Problem, 'severity'>;

export const entityTrouble = (line: number): Trouble => ({
  line,
  code: 'malformed',
  message:
    'The file declares a document type (DOCTYPE) or uses an entity of its own. A SEN2 return never does, and it can be used to attack whoever reads the file, so it is refused.',
});

const WORDS: [RegExp, string][] = [
  [/clos(e|ing) tag/, 'an element is closed that is not the one open'],
  [/disallowed character/, 'a character stands where XML does not allow it'],
  [/attribute/, 'an attribute is not written as XML asks'],
  [/XML declaration|version number|encoding value/, 'its first line is not a right XML declaration'],
  [/text data outside/, 'text stands outside the outermost element'],
  [/only one root/, 'a second outermost element begins'],
  [/comment/, 'a comment is not written as XML asks'],
];

export function xmlTrouble(saying: string, line: number): Trouble {
  if (/entity/.test(saying) && !/character entity/.test(saying)) return entityTrouble(line);
  const words = WORDS.find(([shape]) => shape.test(saying))?.[1] ?? 'it breaks the rules of XML';
  return {
    line,
    code: 'malformed',
    message: `The file is not well-formed here: ${words}. Nothing from here on was read.`,
  };
}

export function cutOff(line: number, unfinishedPerson: number | undefined): Trouble {
  const where =
    unfinishedPerson === undefined
      ? 'before its outermost element is closed'
      : `inside the person that begins on line ${unfinishedPerson}, who was not read`;
  return {
    line,
    code: 'truncated',
    message: `The file ends ${where}: it was cut off. Everything before that was read.`,
  };
}
