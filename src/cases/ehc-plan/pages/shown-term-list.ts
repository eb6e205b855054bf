// Term lists as their pages show them: where each stands, who has it, and the arithmetic of its date (EHC-11).
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { packByVersion, type Status } from '../../../rules/index.js';
import { paths } from '../paths.js';
import { numberedSchool } from '../../../engine/schools/school-words.js';
import { statusTag } from '../../../engine/web/present/deadline.js';
import { words } from '../../../engine/web/present/words.js';
import type { Term } from '../domain/term-lists/terms.js';
import { packFor } from '../pack.js';
import type { TermListLine, TermListView } from '../queries/term-list-view.js';

const day = (on: string): CivilDate => on as CivilDate;

/** In an address, and to people. */
export const inAddress = (institution: string | null | undefined): string => institution ?? 'none';
export const settingWords = ({ institution, schoolName }: Pick<TermListLine, 'institution' | 'schoolName'>): string =>
  institution === null ? 'At no school or college' : numberedSchool(institution, schoolName);

export const whyDue = ({ startsOn, dueOn }: Pick<TermListLine, 'startsOn' | 'dueOn'>): string =>
  `Two weeks before the term starts there on ${formatDate(day(startsOn))} is ${formatDate(day(dueOn))}`;

export const sourceOf = (term: Term): string => {
  const { pack, version } = packFor(term.firstDay);
  return packByVersion(pack, version).rules.find(({ id }) => id === 'EHC-11')?.source ?? '';
};

const tagOf = ({ status, dueOn, metOn }: TermListLine, asOf: CivilDate) =>
  statusTag({ status: status as Status, dueOn: day(dueOn), metOn: metOn === null ? null : day(metOn) }, asOf);

export function shownLine(line: TermListLine, asOf: CivilDate, today: CivilDate) {
  const { institution, term, dueOn, reviews } = line;
  const names = { term, institution: inAddress(institution) };
  const has = [
    ...(institution === null ? [] : [{ who: 'Head', on: line.headHasIt }]),
    { who: 'ICB', on: line.icbHasIt },
    { who: 'Social care', on: line.socialCareHasIt },
  ];
  return {
    setting: settingWords(line),
    href: paths.ehc.termList(names, { asOf: asOf === today ? undefined : asOf }),
    reviews,
    dueOn,
    why: whyDue(line),
    tag: tagOf(line, asOf),
    has,
  };
}

export function shownList(view: TermListView, asOf: CivilDate, today: CivilDate) {
  return {
    ...shownLine(view, asOf, today),
    rows: view.items.map((item) => ({
      person: item.person === '' ? 'Name not known' : item.person,
      personHref: paths.person({ personId: item.personId }),
      planHref: paths.ehc.plan({ planId: item.planId }),
      review: item.review,
      meetingBy: item.meetingBy,
      reviewBy: item.reviewBy,
      dates: item.dates.map(({ title, rule, dueOn }) => `${title}: ${formatDate(day(dueOn))} (${rule})`),
      isNew: view.sent.length > 0 && !item.wasSent,
    })),
    sent: view.sent.map(({ on, recipients, planIds, channel }) => ({
      on,
      to: recipients.map(words).join(', '),
      how: channel === undefined ? 'not recorded' : words(channel),
      plans: planIds.length,
    })),
  };
}
