// The waiting list as its page says it: the figures with their rules, the bands as a chart, services and people as rows.
import { formatDate, isCivilDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { bars } from '../../../engine/web/charts/bars.js';
import { fills } from '../../../engine/web/charts/drawing.js';
import { paths } from '../paths.js';
import { days } from '../../../engine/web/present/dates.js';
import type { Tag } from '../../../engine/web/present/deadline.js';
import { personMarks } from '../../../engine/web/present/person-marks.js';
import { words } from '../../../engine/web/present/words.js';
import { wholeWeeks } from '../figures/days-waited.js';
import { validDays } from '../list-tally.js';
import type { NowSeeing } from '../queries/now-seeing.js';
import type { WaitingFigures } from '../queries/waiting-answers.js';
import type { WaitingRow } from '../queries/waiting-row.js';
import type { WaitsOfService } from '../queries/waits-by-service.js';
import { listLink, type Given } from './list-filters.js';

/** Whole weeks for the eye, days because the bands go by them (WAIT-41). */
export const weeksAndDays = (waited: number | undefined): string =>
  waited === undefined
    ? 'none'
    : `${wholeWeeks(waited)} ${wholeWeeks(waited) === 1 ? 'week' : 'weeks'} (${days(waited)})`;

/** What a query says of its basis holds dates as machines write them. */
export const datesInWords = (text: string): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (found) => (isCivilDate(found) ? formatDate(found) : found));

/** An estimate from weekly bands, or `>52 weeks` (WAIT-42). */
const estimate = (weeks: number | string | undefined): string =>
  weeks === undefined ? 'none' : typeof weeks === 'string' ? weeks : `${Math.round(weeks * 10) / 10} weeks`;

export const shownFigures = ({ exact, fromWeeklyBands, ...figures }: WaitingFigures) => [
  {
    key: 'Median',
    value: `${weeksAndDays(exact.median.days)}; estimated from weekly bands ${estimate(fromWeeklyBands.median)}`,
  },
  {
    key: '92nd percentile',
    value: `${weeksAndDays(exact.ninetySecond.days)}; estimated from weekly bands ${estimate(fromWeeklyBands.ninetySecond)}`,
  },
  { key: 'Longest', value: weeksAndDays(figures.longestDays) },
  { key: 'Between two clocks', value: `${figures.withoutClock}, in no other figure (WAIT-03)` },
  {
    key: 'Checked to be live',
    value: `${figures.validated} within the last ${validDays} days, ${figures.notValidated} not (WAIT-31)`,
  },
];

/** Each band leads to those in it. */
export const shownBands = ({ bands, pathways }: WaitingFigures, given: Given) =>
  bands.map(({ label, fromDays, toDays, waits }) => ({
    label,
    of: toDays === undefined ? `${fromDays} days or more` : `${fromDays} to ${toDays} days`,
    waits,
    share: pathways === 0 ? '' : `${Math.round((100 * waits) / pathways)} %`,
    href: listLink(given, { fromDays, toDays }),
  }));

export const bandChart = ({ bands }: WaitingFigures) =>
  bars(
    bands.map(({ label, waits }) => ({ label, parts: [waits] })),
    [{ name: 'Waits', fill: fills.blue }],
  );

export const shownService = (given: Given) => (line: WaitsOfService) => {
  const { pathway, service, provider } = line;
  const link = (more: Readonly<Record<string, number>> = {}) =>
    listLink(given, { pathway, service, provider, fromDays: undefined, toDays: undefined, ...more });
  return {
    service: words(service),
    about: `${words(pathway)}, ${words(provider)}`,
    pathways: line.pathways,
    href: link(),
    over18: { count: line.over18Weeks, href: link({ fromDays: 127 }) },
    over52: { count: line.over52Weeks, href: link({ fromDays: line.over52From }) },
    median: weeksAndDays(line.medianDays),
    ninetySecond: weeksAndDays(line.ninetySecondDays),
  };
};

/** WAIT-45: the sentence for families, or why there is none. */
export const shownNowSeeing = ({ sentence, basis }: NowSeeing) => ({
  sentence: sentence ?? 'Too few were seen lately to say which month is seen now.',
  basis: `Basis: ${datesInWords(basis)} (WAIT-45, WAIT-46).`,
});

const urgent: Readonly<Record<string, Tag['colour']>> = { emergency: 'red', 'very-urgent': 'red', urgent: 'orange' };

export function shownRow(row: WaitingRow, asOf: CivilDate) {
  const { id, personId, person, service, pathway, urgency, firstContactOn, lastContactOn, days: waited } = row;
  const colour = urgent[urgency];
  return {
    person: person === '' ? 'Name not on record' : person,
    href: paths.waiting.wait({ waitId: id }),
    personHref: paths.person({ personId }),
    service: words(service),
    pathway: words(pathway),
    weeks: `${wholeWeeks(waited)}`,
    days: days(waited),
    band: row.band,
    clockStart: row.clockStart,
    urgency: colour && { text: words(urgency), colour },
    marks: personMarks(row),
    notes: [
      firstContactOn === undefined ? undefined : { text: 'First contact', on: firstContactOn },
      appointmentNote(row, asOf),
      { text: lastContactOn === undefined ? 'No contact while waiting on record' : 'Last contact', on: lastContactOn },
      row.personMovedOn === undefined ? undefined : { text: 'Moved away', on: row.personMovedOn },
    ].filter((note) => note !== undefined),
  };
}

/** A day that has passed without an answer stays, and asks; it is neither kept nor missed (WAIT-03). */
function appointmentNote({ appointmentOn, firstContactOn }: WaitingRow, asOf: CivilDate) {
  if (appointmentOn === undefined || firstContactOn !== undefined) return undefined;
  return appointmentOn < asOf
    ? { text: 'Appointment gone by: what happened is not on record', on: appointmentOn }
    : { text: 'Appointment', on: appointmentOn };
}
