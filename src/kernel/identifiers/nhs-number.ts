// NHS numbers: check digit, ranges and how they are shown.

/** `test` never belongs to a person; `issued` is a block in use; `other` has a valid check digit outside both (REC-31). */
export type NhsNumberRange = 'test' | 'issued' | 'other';

/** Either the ten digits and their range, or what is wrong in a sentence for people (it never repeats what was typed). */
export type ParsedNhsNumber =
  | { value: string; range: NhsNumberRange; problem?: undefined }
  | { problem: string; value?: undefined; range?: undefined };

const WRITTEN = /^(\d{3})([ -]?)(\d{3})\2(\d{4})$/;

/** Reads ten digits, plain or grouped 3-3-4 with spaces or hyphens (REC-30 to REC-33). Which range is welcome is for the caller. */
export function parseNhsNumber(text: string): ParsedNhsNumber {
  const [, first, , second, third] = WRITTEN.exec(text.trim()) ?? [];
  if (first === undefined) return { problem: 'An NHS number has ten digits, for example 999 000 0018 (REC-30).' };
  const value = `${first}${second}${third}`;
  if (/^(\d)\1+$/.test(value)) return { problem: 'An NHS number is not one digit ten times over (REC-32).' };
  if (checkDigit(value) !== Number(value[9])) {
    return { problem: 'The last digit of the NHS number does not fit the others, so one of them is wrong (REC-30).' };
  }
  return { value, range: rangeOf(value) };
}

/** Ten digits shown 3-3-4: `999 000 0018` (REC-30). */
export function formatNhsNumber(value: string): string {
  return `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}`;
}

// 10 stands for "no digit fits": it equals no last digit, so such a number is refused.
function checkDigit(value: string): number {
  let sum = 0;
  for (let place = 0; place < 9; place++) sum += Number(value[place]) * (10 - place);
  return (11 - (sum % 11)) % 11;
}

function rangeOf(value: string): NhsNumberRange {
  if (value.startsWith('999')) return 'test';
  return /^[3467]/.test(value) ? 'issued' : 'other';
}
