// When figures were published, and how many people were forgotten since their day, in words.
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { star, type Shown } from '../publication/publish.js';

export const publishedWords = ({ on }: { readonly on: CivilDate }): string => `As published on ${formatDate(on)}`;

/** Of a past day that is reckoned now; `null` where the day has not passed. Nobody at all needs no sentence. */
export function forgottenSinceWords(count: Shown | null): string {
  if (count === null || count === 0) return '';
  const who =
    count === star ? 'A number of people that is not shown (*)' : count === 1 ? '1 person' : `${count} people`;
  return `${who} may be missing: forgotten on this day or since (REC-12)`;
}
