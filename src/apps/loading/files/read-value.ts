// Reads one field: its text as the typed value, or what is wrong with it in a sentence that gives nothing personal away.
import { parseTypedDate } from '../../../kernel/calendar/index.js';
import { textProblem, tidyText } from '../../../kernel/text-from-outside.js';
import { parseNhsNumber, parseUpn } from '../../../kernel/identifiers/index.js';
import codes from './code-lists.json' with { type: 'json' };
import type { CodeList, FieldSpec, FieldValue } from './column-spec.js';
import { quoted } from './quoted.js';
import type { ProblemCode } from './record.js';

export const LONGEST_VALUE = 10_000;

/** A value may come with a problem: an unknown code is kept as text and reported. */
export interface ReadValue {
  value?: FieldValue;
  problem?: { code: ProblemCode; message: string };
}

const flags = new Map<string, boolean>(Object.entries(codes.flags));

export function readValue(
  spec: FieldSpec,
  raw: string,
  label: string,
  lists: Record<string, CodeList> = {},
): ReadValue {
  const unreadable = textProblem(raw);
  if (unreadable !== undefined) return problem('malformed', `${label} ${unreadable}, and was not kept.`);
  const text = tidyText(raw);
  if (text === '') return {};
  if (text.length > LONGEST_VALUE)
    return problem('out-of-range', `${label} is longer than ${LONGEST_VALUE} characters and was not kept.`);
  const what = () => (spec.personal ? label : `${label} “${quoted(text)}”`);
  switch (spec.type) {
    case 'text':
      return { value: text };
    case 'date': {
      const { date, problem: why } = parseTypedDate(text);
      return date ? { value: date } : problem('bad-date', `${what()} is not a date we can read. ${why}`);
    }
    case 'flag': {
      const value = flags.get(text.toLowerCase());
      return value === undefined ? problem('unknown-code', `${what()} is neither yes nor no.`) : { value };
    }
    case 'number':
      return /^-?\d{1,15}(\.\d+)?$/.test(text)
        ? { value: Number(text) }
        : problem('malformed', `${what()} is not a number.`);
    case 'upn':
      return identifier(parseUpn(text), label);
    case 'nhs-number':
      return identifier(parseNhsNumber(text), label);
    default:
      return readCode(lists[spec.type.slice('code:'.length)] ?? {}, text, what);
  }
}

function readCode(list: CodeList, text: string, what: () => string): ReadValue {
  const code = Object.hasOwn(list, text) ? text : text.toUpperCase();
  if (Object.hasOwn(list, code)) return { value: code };
  return { value: text, ...problem('unknown-code', `${what()} is not a code of the list; it was kept as it stands.`) };
}

const identifier = (parsed: { value?: string; problem?: string }, label: string): ReadValue =>
  parsed.value === undefined
    ? problem('bad-identifier', `${label} was not kept. ${parsed.problem}`)
    : { value: parsed.value };

const problem = (code: ProblemCode, message: string): ReadValue => ({ problem: { code, message } });
