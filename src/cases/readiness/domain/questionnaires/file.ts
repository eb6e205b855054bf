// The text of a questionnaire as a file: what is wrong is told by its line, or by its place in the sheet; nothing is half taken.
import { OnwardError } from '../../../../kernel/errors.js';
import { checkQuestionnaire, type QuestionnaireText } from './questionnaire.js';

/** Errors: `invalid-input`, with the line where the file cannot be read, or with every field that is wrong. */
export function readQuestionnaireFile(file: string): QuestionnaireText {
  return checkQuestionnaire(parsed(file.replace(/^\uFEFF/, '')));
}

/** What `readQuestionnaireFile` reads: to change the words in it and load it as one's own. */
export const questionnaireFile = ({ id, title, source, licence, sections }: QuestionnaireText): string =>
  `${JSON.stringify({ id, title, source, licence, sections }, null, 2)}\n`;

function parsed(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch {
    const at = mistakeAt(file);
    const line = file.slice(0, at).split('\n').length;
    const problem =
      file.slice(at).trim() === ''
        ? `ends in line ${line} before the sheet is whole`
        : `is not JSON from line ${line} on`;
    throw new OnwardError('invalid-input', {
      detail: `This questionnaire cannot be used. file: ${problem}`,
      help: 'Put it right in the file and load it again. Nothing of it was kept.',
      rule: 'RSG-06',
      fields: [{ field: 'file', problem }],
    });
  }
}

const text = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** A sheet is not deep; what is nested further is none. */
const deepest = 20;

/** Where a text stops being JSON: what the engine itself tells of it has a place only sometimes. */
function mistakeAt(file: string): number {
  let at = 0;
  const is = (token: RegExp): boolean => {
    at += /^\s*/.exec(file.slice(at))?.[0].length ?? 0;
    token.lastIndex = at;
    const found = token.exec(file)?.[0];
    at += found?.length ?? 0;
    return found !== undefined;
  };
  const several = (one: () => boolean, end: RegExp): boolean => {
    if (is(end)) return true;
    do if (!one()) return false;
    while (is(/,/y));
    return is(end);
  };
  const value = (depth: number): boolean => {
    if (depth > deepest) return false;
    if (is(/\[/y)) return several(() => value(depth + 1), /\]/y);
    if (is(/\{/y)) return several(() => is(text) && is(/:/y) && value(depth + 1), /\}/y);
    return is(text) || is(scalar);
  };
  // What stands behind a whole value is a mistake too.
  if (value(0)) is(/$/y);
  return at;
}
