// What recording demands of a programme is demanded of its whole history after a correction too: nothing stands that could not have been recorded (REC-11).
import { birthday, formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import type { Entries } from '../../kernel/decider.js';
import { refuse } from '../../kernel/errors.js';
import type { Recorded } from '../../kernel/events.js';
import { foldStanding, standingAfter } from '../../kernel/history.js';
import { inWords } from '../../engine/web/present/words.js';
import { stages } from './domain/codes.js';
import type { ReadinessEvent, ReadinessFact } from './domain/events.js';
import { readinessKind } from './domain/readiness-kind.js';
import { goalIsClosedBy, openHelp, type Done, type Programme } from './domain/state.js';

/** Of the young person, from their own record. */
export interface SoundPerson {
  readonly birthDate?: CivilDate;
  /** By the day to which something is moved: the adult lets a parent take part (TRN-42). */
  readonly adultLetsParent?: boolean;
}

interface Unsound {
  /** Of what, on which day: what was so before the correction is not laid at its door. */
  readonly key: string;
  readonly rule: string;
  /** "This would …". */
  readonly says: string;
  readonly first: string;
}

type Standing = readonly (ReadinessFact & Recorded)[];

/** Error: `refused-by-rule`, with the rule that recording would have named and what is to be done first. */
export function requireSound(entries: Entries<ReadinessFact>, correction: ReadinessFact, person: SoundPerson): void {
  const [before, after] = [entries.standing, standingAfter(readinessKind, entries, [correction])];
  const had = new Set(unsound(before, person).map(({ key }) => key));
  const problem = [...unsound(after, person), ...linksGivenBy(before, after)].find(({ key }) => !had.has(key));
  if (problem) throw refuse(problem.rule, `This would ${problem.says}.`, { help: problem.first });
}

/** What was recorded of later days than this, the latest: an end comes after everything else. */
export const latestAfter = (standing: Standing, on: CivilDate): (ReadinessFact & Recorded) | undefined =>
  standing
    .filter(({ occurredOn, type }) => occurredOn > on && type !== 'ReadinessProgrammeEnded')
    .reduce<Standing[0] | undefined>(
      (last, one) => (last && last.occurredOn >= one.occurredOn ? last : one),
      undefined,
    );

function unsound(standing: Standing, person: SoundPerson): Unsound[] {
  const state = foldStanding(readinessKind, standing);
  return [
    ...outsideOf(state, standing),
    ...startAndStages(state, person),
    ...aboutNothing(state, standing as readonly (ReadinessEvent & Recorded)[]),
    ...helpAndGoals(state),
    ...links(state),
    ...forms(state, person),
    ...adultSide(state, person),
    ...agreedAhead(state),
  ];
}

/** A problem for each of these of which it is so. */
const each = <T extends Done>(
  all: readonly T[],
  isSo: (one: T) => boolean,
  rule: string,
  says: string,
  first: string,
): Unsound[] => all.filter(isSo).map(({ eventId, on }) => ({ key: `${says} ${eventId} ${on}`, rule, says, first }));

function outsideOf({ started, ended }: Programme, standing: Standing): Unsound[] {
  const facts = standing.map(({ id: eventId, occurredOn: on, type }) => ({ eventId, on, type }));
  return facts.flatMap((one) => [
    ...each(
      [one],
      ({ on }) => started !== undefined && on < started.on,
      'RSG-01',
      `put ${inWords(one.type)} (${formatDate(one.on)}) before the programme began`,
      'Correct the earlier of both days first.',
    ),
    ...each(
      [one],
      ({ on }) => ended !== undefined && on > ended.on,
      'RSG-03',
      `put ${inWords(one.type)} (${formatDate(one.on)}) after the programme ended`,
      'Take the ending back or correct its day first.',
    ),
  ]);
}

function startAndStages({ started, stages: entered, transfersPlanned }: Programme, { birthDate }: SoundPerson) {
  const order = entered.map(({ stage }) => stages.indexOf(stage));
  const backwards = entered.filter((_, at) => at > 0 && (order[at] ?? 0) <= (order[at - 1] ?? 0));
  return [
    ...each(
      started ? [started] : [],
      ({ on }) => birthDate !== undefined && on < birthday(birthDate, 11),
      'RSG-01',
      'put the start before the 11th birthday',
      'The programme is for young people from 11. If it is their date of birth that is wrong, correct that first.',
    ),
    ...each(
      transfersPlanned,
      ({ transferOn }) => started !== undefined && transferOn < started.on,
      'RSG-09',
      'put the planned transfer before the programme began',
      'Correct the planned day first.',
    ),
    ...each(backwards, () => true, 'RSG-03', 'put the stages out of order', 'Correct the stage beside it first.'),
  ];
}

/** What is said of help, a goal or a link needs it. */
function aboutNothing({ helps, goals, links: given }: Programme, standing: readonly (ReadinessEvent & Recorded)[]) {
  return standing.flatMap((event) => {
    const one = [{ on: event.occurredOn, eventId: event.id }];
    const lacks = (known: object, id: string | undefined) => () => id !== undefined && !Object.hasOwn(known, id);
    const gone = (known: object, id: string | undefined, rule: string, of: string) =>
      each(one, lacks(known, id), rule, `leave ${inWords(event.type)} without ${of}`, 'Take that back first.');
    switch (event.type) {
      case 'ReadinessHelpAddressed':
      case 'ReadinessHelpRechecked':
        return gone(helps, event.data.helpId, 'RSG-07', 'the help that it is about');
      case 'ReadinessGoalReviewed':
        return gone(goals, event.data.goalId, 'RSG-07', 'the goal that it is about');
      case 'ReadinessFormWithdrawn':
      case 'ReadinessQuestionnaireSubmitted':
        return gone(given, event.data.linkId, 'RSG-04', 'the link that it is about');
      default:
        return [];
    }
  });
}

function helpAndGoals({ helps, goals }: Programme): Unsound[] {
  const asked = Object.values(helps).flatMap(({ on: askedOn, rechecks, addressed }) => [
    ...each(
      addressed ? [addressed] : [],
      ({ on }) => on < askedOn,
      'RSG-07',
      'put what became of help before the help was asked for',
      'Correct the day of what became of it first.',
    ),
    ...each(
      rechecks,
      ({ on }) => on < askedOn,
      'RSG-07',
      'put a second look at help before the help was asked for',
      'Correct the day of the second look first.',
    ),
  ]);
  const agreed = Object.values(goals).flatMap(({ on: agreedOn, reviews }) => [
    ...each(
      reviews,
      ({ on }) => on < agreedOn,
      'RSG-07',
      'put the review of a goal before the goal was agreed',
      'Correct the day of the review first.',
    ),
    ...each(
      reviews.filter((_, at) => reviews.slice(0, at).some(goalIsClosedBy)),
      () => true,
      'RSG-07',
      'put the review of a goal after it was met or dropped',
      'Correct the day of the other review first.',
    ),
  ]);
  return [...asked, ...agreed];
}

const links = ({ links: given }: Programme): Unsound[] =>
  Object.values(given).flatMap(({ on: givenOn, sent, withdrawn, validUntil }) => [
    ...each(
      sent ? [sent] : [],
      ({ on }) => on < givenOn,
      'RSG-04',
      'put a form before the link by which it was sent',
      'Correct the day of the link first.',
    ),
    ...each(
      sent ? [sent] : [],
      ({ on }) => on > validUntil,
      'RSG-04',
      'put a form after the last day of the link by which it was sent',
      'Correct the last day of the link first.',
    ),
    ...each(
      withdrawn ? [withdrawn] : [],
      ({ on }) => on < givenOn,
      'RSG-04',
      'take a link back before it was given',
      'Correct the day on which it was taken back first.',
    ),
  ]);

/** More time says nothing of when a link was given. */
function linksGivenBy(before: Standing, after: Standing): Unsound[] {
  const [then, now] = [before, after].map((standing) => foldStanding(readinessKind, standing).links);
  const other = Object.values(then ?? {}).filter(({ linkId, eventId, offers }) => {
    return offers.length > 1 && now?.[linkId] !== undefined && now[linkId].eventId !== eventId;
  });
  const says = 'leave more time for a link that was not given before';
  return each(other, () => true, 'RSG-04', says, 'Take the time that was given since back first.');
}

function forms({ submissions, links: given, helloConsent }: Programme, { birthDate, adultLetsParent }: SoundPerson) {
  const asked = [...submissions, ...Object.values(given)];
  const twice = submissions.filter((one, at) =>
    submissions.slice(0, at).some((other) => {
      return other.on === one.on && other.questionnaire === one.questionnaire && other.version === one.version;
    }),
  );
  return [
    ...each(
      twice,
      () => true,
      'RSG-05',
      'put two forms of the same kind on one day',
      'Take one of the two back first.',
    ),
    ...each(
      asked.filter(({ voice }) => voice === 'parent'),
      ({ on }) => birthDate !== undefined && on >= birthday(birthDate, 18) && !adultLetsParent,
      'TRN-42',
      'ask a parent or carer about an adult who has not said yes to it',
      'Record the adult’s consent to involve a parent or carer first.',
    ),
    ...each(
      asked.filter(({ voice }) => voice === 'adult'),
      ({ on }) => !helloConsent || on < helloConsent.on,
      'RSG-12',
      'leave Hello without the adult’s own yes by its day',
      'Take Hello and its link back first, or correct their days.',
    ),
  ];
}

function adultSide(state: Programme, { birthDate }: SoundPerson): Unsound[] {
  const { helloConsent, transferred, ended } = state;
  const settled = ended?.reason === 'settled-in-adult-service';
  const allWell = settled || ended?.reason === 'no-adult-service-needed';
  const back = 'Take the ending back first.';
  return [
    ...each(
      helloConsent ? [helloConsent] : [],
      ({ on }) => birthDate !== undefined && on < birthday(birthDate, 18),
      'TRN-42',
      'put the yes to Hello before the 18th birthday',
      'Hello is for adults: they can say yes to it from their 18th birthday.',
    ),
    ...each(
      ended ? [ended] : [],
      () => settled && !transferred,
      'RSG-11',
      'leave them settled in an adult service without the transfer to it',
      back,
    ),
    ...each(openHelp(state), () => allWell, 'RSG-07', 'leave help open in a programme that ended with none', back),
  ];
}

/** What is agreed for a day lies on it or ahead of the day on which it was agreed. */
function agreedAhead({ appointments, goals, links: given, transferred }: Programme): Unsound[] {
  const all: readonly (Done & { readonly ahead?: CivilDate; readonly rule: string })[] = [
    ...appointments.map(({ appointmentOn, ...one }) => ({ ...one, ahead: appointmentOn, rule: 'RSG-04' })),
    ...Object.values(goals)
      .flatMap((goal): readonly (Done & { readonly reviewOn?: CivilDate })[] => [goal, ...goal.reviews])
      .map(({ reviewOn, ...one }) => ({ ...one, ahead: reviewOn, rule: 'RSG-07' })),
    ...Object.values(given)
      .flatMap(({ offers }) => offers)
      .map(({ validUntil, ...one }) => ({ ...one, ahead: validUntil, rule: 'RSG-04' })),
    ...(transferred ? [{ ...transferred, ahead: transferred.firstClinicOn, rule: 'RSG-12' }] : []),
  ];
  return all.flatMap((one) =>
    each(
      [one],
      ({ on, ahead }) => ahead !== undefined && ahead < on,
      one.rule,
      'put what was agreed for a day before the day on which it was agreed',
      'Correct the day that was agreed first.',
    ),
  );
}
