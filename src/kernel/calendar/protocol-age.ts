// Reads the ages written in local protocols, where "17.6" is seventeen years and six months.
import type { Age } from './ages.js';

/** Either the age, or what is wrong in a sentence for people. */
export type ProtocolAge = { age: Age; problem?: undefined } | { problem: string; age?: undefined };

const UNIT = '(?:\\s*(?:yrs?|years?|y)\\.?)?';
const DOTTED = new RegExp(`^(\\d{1,2})(?:\\.(\\d{1,2}))?${UNIT}$`, 'i');
const HALF = new RegExp(`^(\\d{1,2})\\s*½${UNIT}$`, 'i');
const WORDS = /^(\d{1,2})\s*(?:yrs?|years?|y)\s*(?:and\s+)?(\d{1,2})\s*(?:mths?|months?|m)$/i;

/**
 * Reads `17`, `17.6`, `17.7yrs`, `17½` and `17 years and 6 months`: years, a dot, months (CAL-13). Never a decimal fraction, with
 * one exception: `.5` was written for a half and means six months, like `½`. Never throws.
 */
export function parseProtocolAge(text: string): ProtocolAge {
  const typed = text.trim();
  const [, halfYears] = HALF.exec(typed) ?? [];
  if (halfYears !== undefined) return { age: { years: Number(halfYears), months: 6 } };
  const dotted = DOTTED.exec(typed);
  const [, years, months = '0'] = dotted ?? WORDS.exec(typed) ?? [];
  if (years === undefined) return { problem: 'This is not an age. Write years and months, for example 17.6 (CAL-13).' };
  // "17.50" and "17.06" could be decimals or months; only one reading is safe to act on, so neither is taken.
  if (Number(months) > 11 || (dotted && /^0./.test(months))) {
    return { problem: 'After the dot come months, 0 to 11, never a fraction of a year (CAL-13).' };
  }
  return { age: { years: Number(years), months: dotted && months === '5' ? 6 : Number(months) } };
}
