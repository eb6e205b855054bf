// Deadlines as a calendar: whole days in London, a case reference and the kind of step, and no person's name.
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { formatDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import type { WorklistRow } from '../worklist-row.js';

export type CalendarRow = Pick<
  WorklistRow,
  'pathway' | 'caseId' | 'subjectId' | 'scope' | 'key' | 'rule' | 'title' | 'force' | 'dueOn' | 'opensOn'
>;

/** Where a step is the same one, its entry is the same one: a date that moves, moves in the calendar. */
export const uidOf = ({ pathway, caseId, subjectId, scope, key }: CalendarRow): string =>
  `${idFrom('calendar entry', pathway, caseId, subjectId, scope, key)}@onward`;

const pathways: Readonly<Record<string, string>> = { ehc: 'EHC', transition: 'Transition', waiting: 'Wait' };

/** `base` is where the pages are, as the reader's calendar reached them; `now` the moment of asking. */
export function ics(rows: readonly CalendarRow[], base: string, now: string): string {
  const calendar = ical({
    name: 'Onward: what is due',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Onward', product: 'Deadlines', language: 'EN' },
    ttl: 60 * 60,
    // Told as a wish only: given a zone, the library writes days and stamps in the zone of this machine.
    x: { 'X-WR-TIMEZONE': 'Europe/London' },
  });
  for (const row of rows)
    calendar.createEvent({
      id: uidOf(row),
      stamp: new Date(now),
      start: `${row.dueOn}T00:00:00.000Z`,
      allDay: true,
      summary: `${row.title} (${row.rule})`,
      description: [
        `${pathways[row.pathway] ?? row.pathway} case ${row.caseId}.`,
        row.opensOn === null ? undefined : `Possible from ${formatDate(row.opensOn)}.`,
        `Find the case in Onward: ${base}/search?q=${encodeURIComponent(row.caseId)}`,
      ]
        .filter((line) => line !== undefined)
        .join('\n'),
      // A deadline takes nobody's time: they can still be invited on that day.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return calendar.toString();
}
