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
const digits = [...'0123456789'];
/** The digits of a year that a slip changes within a lifetime, and those of month and day. */
const places = [2, 3, 5, 6, 8, 9];

/** Every day that is this one but for a slip: day and month swapped, a day apart, one digit another. Without the day itself. */
export function bornNearly(birthDate: string): readonly string[] {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const at = Date.parse(birthDate);
  const near = [-dayLong, dayLong].map((by) => new Date(at + by).toISOString().slice(0, 10));
  const slips = places.flatMap((place) =>
    digits.map((digit) => birthDate.slice(0, place) + digit + birthDate.slice(place + 1)),
  );
  const all = new Set([`${year}-${day}-${month}`, ...near, ...slips]);
  all.delete(birthDate);
  return [...all].filter(isDay);
}

const isDay = (text: string): boolean => {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};
