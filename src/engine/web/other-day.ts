// What a page of another day than today says of itself: an earlier one as it stood, one to come as a forecast; and the way back to today.
import type { CivilDate } from '../../kernel/calendar/index.js';

export interface OtherDay {
  readonly day: CivilDate;
  readonly today: CivilDate;
  readonly isForecast: boolean;
  /** The same page for today. */
  readonly todayHref: string;
}

export function shownOtherDay(day: CivilDate, today: CivilDate, url: string): OtherDay {
  const [path = '/', query = ''] = url.split('?');
  const rest = new URLSearchParams(query);
  // A place in the list of one day is none in that of another.
  for (const name of ['asOf', 'cursor']) rest.delete(name);
  const todayHref = rest.size > 0 ? `${path}?${rest.toString()}` : path;
  return { day, today, isForecast: day > today, todayHref };
}
