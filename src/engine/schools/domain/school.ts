// A school or college as the national register publishes it: a body of its own, with its dates, what it came from and what follows it (SHARE-05).
import { earliest, isDateFromOutside, type CivilDate } from '../../../kernel/calendar/index.js';
import type { CaseType } from '../../../kernel/decider.js';
import { refuse } from '../../../kernel/errors.js';
import { defineEvent, field, type FactOf, type PastEventOf } from '../../../kernel/events.js';
import { idFrom } from '../../../kernel/ids.js';

export const schoolStatuses = ['open', 'open-but-closing', 'closed', 'proposed'] as const;
export type SchoolStatus = (typeof schoolStatuses)[number];
export const linkKinds = ['predecessor', 'successor'] as const;

/** Longest words that the register has of one. */
export const longestSchoolWords = 150;

export const schoolEvents = {
  /** Occurs on the day of the list: from then on it is known so. What the list said before stands for the days before. */
  listed: defineEvent('SchoolListed', {
    urn: field.digits(6),
    ukprn: field.optional(field.digits(8)),
    name: field.schoolWords(longestSchoolWords),
    type: field.optional(field.schoolWords(longestSchoolWords)),
    phase: field.optional(field.schoolWords(longestSchoolWords)),
    /** DfE number of the authority in whose area it lies. */
    authority: field.optional(field.digits(3)),
    status: field.code(schoolStatuses),
    /** Left out where the register does not know it, or it lies too far back to be a date here. */
    opensOn: field.optional(field.date()),
    /** Its last day. */
    closesOn: field.optional(field.date()),
    links: field.list(
      field.object({ kind: field.code(linkKinds), urn: field.digits(6), on: field.optional(field.date()) }),
    ),
  }),
};

type SchoolFact = FactOf<typeof schoolEvents>;
type SchoolEvent = PastEventOf<typeof schoolEvents>;
export type SchoolDetails = SchoolEvent['data'];
export type SchoolLink = SchoolDetails['links'][number];

export interface School {
  /** What the lists said, each from its day on; the newest last. */
  readonly listed: readonly (SchoolDetails & { readonly on: CivilDate; readonly eventId: string })[];
}

export interface ListSchool {
  readonly type: 'ListSchool';
  readonly on: CivilDate;
  /** Without links where the list came without: then those that are known stay. */
  readonly details: Omit<SchoolDetails, 'links'> & { readonly links?: readonly SchoolLink[] };
}

/** A URN names one school for ever, so its history is found by it. */
export const schoolId = (urn: string): string => idFrom('school', urn);

export const school: CaseType<ListSchool, School, SchoolFact> = {
  category: 'school',
  noun: 'school or college',
  events: schoolEvents,
  initial: { listed: [] },
  /** What the newest list says already adds nothing. */
  decide({ on, details }, { listed }) {
    const newest = listed.at(-1);
    const said: SchoolDetails = { ...details, links: [...(details.links ?? newest?.links ?? [])] };
    if (newest && bytesOf(newest) === bytesOf(said)) return [];
    if (newest && on < newest.on)
      throw refuse('SHARE-05', `What is known of the school with URN ${details.urn} is of ${newest.on}, and newer.`, {
        help: 'Load a list that is not older than the one that was loaded last.',
      });
    return [schoolEvents.listed.fact(on, said)];
  },
  evolve: ({ listed }, { data, occurredOn, id }) => ({ listed: [...listed, { ...data, on: occurredOn, eventId: id }] }),
  subjectOf: () => undefined,
};

const bytesOf = ({ urn, ukprn, name, type, phase, authority, status, opensOn, closesOn, links }: SchoolDetails) =>
  JSON.stringify([
    ...[urn, ukprn, name, type, phase, authority, status, opensOn, closesOn],
    links.map(({ kind, urn: other, on }) => [kind, other, on]),
  ]);

/** What the register says of it today. */
export const presentOf = ({ listed }: School): School['listed'][number] | undefined => listed.at(-1);

/** Each name with the first day on which it is known, the first from ever; a name that stays is one. */
export function namesOf({ listed }: School): readonly { readonly name: string; readonly from?: CivilDate }[] {
  const names: { name: string; from?: CivilDate }[] = [];
  for (const { name, on } of listed)
    if (names.at(-1)?.name !== name) names.push(names.length === 0 ? { name } : { name, from: on });
  return names;
}

/** Of one that is closed and of which the register does not say since when, the day on which that was listed. */
export const isClosedOn = ({ listed }: School, day: CivilDate): boolean => {
  const present = listed.at(-1);
  if (!present) return false;
  if (present.closesOn !== undefined) return day > present.closesOn;
  const closed = listed.filter(({ status }) => status === 'closed').map(({ on }) => on);
  return present.status === 'closed' && day >= earliest(...(closed as [CivilDate, ...CivilDate[]]));
};

export const linkedTo = ({ links }: Pick<SchoolDetails, 'links'>, kind: SchoolLink['kind']): readonly string[] =>
  links.filter((link) => link.kind === kind).map(({ urn }) => urn);

/** Dates of before there were any here are left out, as not known. */
export const dateHere = (day: CivilDate | undefined): CivilDate | undefined =>
  day !== undefined && isDateFromOutside(day) ? day : undefined;
