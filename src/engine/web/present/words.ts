// Codes as people say them. A code that has no words of its own is its own words.
import { directory } from '../../../rules/directory/current.js';
import special from './words.json' with { type: 'json' };

const known: Readonly<Record<string, string | undefined>> = special;

/** `social-care` → `Social care`; `ReviewMeetingHeld` → `Review meeting held`. */
export function words(code: string): string {
  const found = known[code];
  if (found !== undefined) return found;
  const listed = directory().nameOf(code);
  if (listed !== undefined) return listed;
  const spaced = code
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/-/g, ' ')
    .toLowerCase()
    .replace(/\behc\b/g, 'EHC')
    .replace(/\bsend\b/g, 'SEND')
    .replace(/\bcamhs\b/g, 'CAMHS');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Whether a code in capital letters has words: of some other text in capital letters nobody knows what it means. */
export const isKnownCode = (text: string): boolean => known[text] !== undefined;

/** In the middle of a sentence: what the lists of the area name keeps its capital letters. */
export const inWords = (code: string): string => {
  const said = words(code);
  if (known[code] === undefined && directory().nameOf(code) !== undefined) return said;
  return /^[A-Z][a-z]/.test(said) && !/^(Year|Monday)/.test(said) ? said.charAt(0).toLowerCase() + said.slice(1) : said;
};
