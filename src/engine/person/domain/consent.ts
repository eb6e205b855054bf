// What the record says of consent on a date, and who may decide (TRN-40 to TRN-44).
import { addDays, ageOn, birthday, type CivilDate } from '../../../kernel/calendar/index.js';
import { isNobodyKnown } from '../../../rules/directory/directory.js';
import type { ConsentDecider } from './events.js';
import { latestOn } from './lists.js';
import policy from './override-policy.json' with { type: 'json' };
import type { Assessment, ConsentEntry, Override, YoungPerson } from './state.js';

export const overridePolicy: { readonly [K in keyof typeof policy]: (typeof policy)[K] } = policy;

export const consentKey = (purpose: string, recipient: string): string => `${purpose} ${recipient}`;

/** What had been decided for this purpose and recipient by that date; undefined when nobody had been asked. */
export const consentOn = (
  { consents }: Pick<YoungPerson, 'consents'>,
  purpose: string,
  recipient: string,
  date: CivilDate,
): ConsentEntry | undefined => latestOn(consents[consentKey(purpose, recipient)], date);

/** The override in force on the date. A later one for the same purpose and recipient replaces it. */
export function overrideOn(
  { overrides, consents }: Pick<YoungPerson, 'overrides' | 'consents'>,
  purpose: string,
  recipient: string,
  date: CivilDate,
): Override | undefined {
  const latest = latestOn(overrides[consentKey(purpose, recipient)], date);
  return latest && overrideEnds(latest, Object.values(consents).flat()) > date ? latest : undefined;
}

/** Refused or withdrawn as it stands on the date, towards this recipient or towards somebody of whom nobody knows who it is. */
export function refusedOn(
  { consents }: Pick<YoungPerson, 'consents'>,
  purpose: string,
  recipient: string,
  date: CivilDate,
): boolean {
  const standing = Object.values(consents).flatMap((entries) => latestOn(entries, date) ?? []);
  return standing.some((one) => one.decision !== 'given' && concerns(one, purpose, recipient));
}

const concerns = (one: Pick<ConsentEntry, 'purpose' | 'recipient'>, purpose: string, recipient: string): boolean =>
  one.purpose === purpose && (one.recipient === recipient || isNobodyKnown(one.recipient));

/**
 * The first day on which an override no longer holds: its end, at the latest the longest that one may last; and a refusal or a withdrawal
 * that came after it, unless its ground goes against one (TRN-44).
 */
export function overrideEnds(
  { purpose, recipient, basis, on, until }: Pick<Override, 'purpose' | 'recipient' | 'basis' | 'on' | 'until'>,
  all: readonly Decided[],
): CivilDate {
  const end = lastsUntil({ on, until });
  if (policy.passesRefusal.includes(basis)) return end;
  const refusals = all.filter((one) => one.decision !== 'given' && one.on >= on && concerns(one, purpose, recipient));
  return [end, ...refusals.map((one) => one.on)].sort()[0] ?? end;
}

/** The end that it was given: of one from before an end had to be said the longest that one may last. */
export const lastsUntil = ({ on, until }: Pick<Override, 'on' | 'until'>): CivilDate =>
  until ?? addDays(on, policy.longestDays);

type Decided = Pick<ConsentEntry, 'purpose' | 'recipient' | 'decision' | 'decidedBy' | 'on'>;

/**
 * The first day on which a consent no longer counts, whatever the calendar says of it. It has to be that of whoever may decide on the day
 * on which it is used: a parent's ends with the child's competence or 16th birthday, a child's with a finding that they cannot decide (TRN-40
 * to TRN-42). And a refusal towards somebody of whom nobody knows who it is (a list or an old record did not say) is one towards everybody.
 * Then they are asked again: a consent that ended does not come back.
 */
export function endsOn(
  given: Decided,
  all: readonly Decided[],
  birthDate: CivilDate | undefined,
  assessments: readonly Assessment[],
): CivilDate | undefined {
  const { purpose, recipient, decidedBy, on } = given;
  if (birthDate === undefined || isNobodyKnown(recipient)) return on;
  const about = assessments.filter((one) => one.purpose === purpose && (one.recipient ?? recipient) === recipient);
  const turns = [on, birthday(birthDate, 16), birthday(birthDate, 18), ...about.map((one) => one.on)];
  const decider = (day: CivilDate) => whoMayDecide(birthDate, day, about).deciders.includes(decidedBy);
  const towardsAll = all.filter(
    (one) => one.purpose === purpose && isNobodyKnown(one.recipient) && one.decision !== 'given' && one.on >= on,
  );
  return [...turns.filter((day) => day >= on && !decider(day)), ...towardsAll.map((one) => one.on)].sort()[0];
}

/** Disclosure rests on consent of whoever may decide on that day, given and not withdrawn, or on a recorded override (TRN-43, TRN-44). */
export function mayDisclose(
  person: Pick<YoungPerson, 'consents' | 'overrides' | 'assessments'>,
  birthDate: CivilDate | undefined,
  purpose: string,
  recipient: string,
  date: CivilDate,
): boolean {
  if (isNobodyKnown(recipient)) return false;
  if (overrideOn(person, purpose, recipient, date) !== undefined) return true;
  const decided = consentOn(person, purpose, recipient, date);
  if (decided?.decision !== 'given') return false;
  const ends = endsOn(decided, Object.values(person.consents).flat(), birthDate, person.assessments);
  return ends === undefined || date < ends;
}

export interface Authority {
  readonly deciders: readonly ConsentDecider[];
  readonly rule: string;
  /** Why these, as a sentence. */
  readonly because: string;
}

/** Who may decide on the date. `assessments` are those of this person for this purpose and recipient, in order of date. */
export function whoMayDecide(birthDate: CivilDate, date: CivilDate, assessments: readonly Assessment[]): Authority {
  const { years } = ageOn(birthDate, date);
  if (years < 16) {
    return latestOn(assessments, date)?.outcome === 'competent'
      ? { deciders: ['young-person'], rule: 'TRN-41', because: 'A child who was found competent decides.' }
      : {
          deciders: ['person-with-parental-responsibility'],
          rule: 'TRN-41',
          because:
            'Under 16, someone with parental responsibility decides unless the child was found competent for this decision.',
        };
  }
  // From 16 ability to decide is presumed: what was found before the 16th birthday says nothing any more (TRN-40).
  const since16 = assessments.filter(({ on }) => on >= birthday(birthDate, 16));
  const unable = latestOn(since16, date)?.outcome === 'not-competent';
  const others = ['attorney-or-deputy', 'best-interests'] as const;
  const rule = years < 18 ? 'TRN-40' : 'TRN-42';
  if (unable) return { deciders: others, rule, because: 'The young person was found unable to make this decision.' };
  return years < 18
    ? {
        deciders: ['young-person'],
        rule,
        because: "At 16 and 17 the young person decides; a parent's consent does not replace theirs.",
      }
    : {
        deciders: ['young-person', ...others],
        rule,
        because: 'From 18 only the person decides, or an attorney, a deputy or a best-interests decision for them.',
      };
}

export const assessmentsFor = (
  person: Pick<YoungPerson, 'assessments'>,
  purpose: string,
  recipient: string,
): readonly Assessment[] =>
  person.assessments.filter((one) => one.purpose === purpose && (one.recipient ?? recipient) === recipient);
