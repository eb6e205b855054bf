// With whom somebody is compared at all: by what they are looked up, so that the work does not grow with the area.
import { folded } from './fold-name.js';

/** Family name first, as one word each: equal for names that are equal but for accents, spaces, hyphens and the case of letters. */
export function nameKey(givenName: string | undefined, familyName: string | undefined): string {
  const [given, family] = [folded(givenName).whole, folded(familyName).whole];
  return given === '' && family === '' ? '' : `${family} ${given}`;
}

export const givenKey = (givenName: string | undefined): string => folded(givenName).whole;

/** Both orders: given and family name are swapped more often than one thinks. */
export const nameKeys = (givenName: string | undefined, familyName: string | undefined): readonly string[] =>
  [...new Set([nameKey(givenName, familyName), nameKey(familyName, givenName)])].filter((key) => key !== '');

const dayLong = 24 * 60 * 60 * 1000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/**
 * The days on either side, and the one with day and month swapped. Somebody born on one of them may have another family name; who was born a
 * digit away is looked up by both names, because with less than these in common it is nobody anyhow.
 */
export function bornNearly(birthDate: string): readonly string[] {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const at = Date.parse(birthDate);
  const around = [dayOf(at - dayLong), dayOf(at + dayLong)];
  return day <= '12' && day !== month ? [...around, `${year}-${day}-${month}`] : around;
}
