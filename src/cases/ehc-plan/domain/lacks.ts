// What the law asks of a review and of its notice that is not on record by the decision: said before it is recorded, kept with it, counted.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { refuse } from '../../../kernel/errors.js';
import type { Cycle, Dropped, Lack } from './cycle-state.js';
import { mapEntries, type Sourced } from './entries.js';
import { ledgerOf } from './ledger.js';
import { pointsLeft } from './review-practice.js';
import type { Plan } from './state.js';
import { lackKinds, type DecidedOutcome, type LackKind, type Role } from './words.js';

/** By which rule the law asks for it. Who must be invited where nobody is at an institution says EHC-14. */
export const lackRules: Readonly<Record<LackKind, string>> = {
  'no-meeting': 'EHC-12',
  'not-invited': 'EHC-13, EHC-14',
  'no-advice': 'EHC-16',
  'not-circulated': 'EHC-16',
  'outcomes-not-considered': 'EHC-18',
  'adulthood-not-considered': 'EHC-19, EHC-20',
  'achievement-not-considered': 'EHC-10',
  'no-report': 'EHC-21',
  'no-appeal-rights': 'EHC-23, EHC-28, EHC-31',
};

interface Notice {
  readonly on: CivilDate;
  readonly outcome: DecidedOutcome;
  readonly appealRightsGiven?: boolean;
  readonly source?: Sourced['source'];
  /** Of the young person: from 19 on the law asks for more (EHC-10). */
  readonly birthDate?: CivilDate;
}

/**
 * Of a decision: judged by what happened up to its day, whenever it was recorded. What only a return tells is silent about all of it,
 * and what was decided before a plan moved in is another authority's (EHC-51).
 */
export function lacksOf(plan: Plan, cycle: Cycle, notice: Notice): readonly Lack[] {
  const since = plan.movedIn?.on;
  if (notice.source === 'return' || (since !== undefined && notice.on < since)) return [];
  const appealable = notice.outcome === 'maintain' || notice.outcome === 'cease';
  return [
    ...reviewLacks(plan, cycle, notice.on, notice.birthDate),
    ...(appealable && !notice.appealRightsGiven ? [{ what: 'no-appeal-rights' } as const] : []),
  ];
}

/** EHC-28: the decision not to amend after all can be appealed against, too. */
export const droppedLacks = ({ appealRightsGiven }: Pick<Dropped, 'appealRightsGiven'>): readonly Lack[] =>
  appealRightsGiven ? [] : [{ what: 'no-appeal-rights' }];

/** Of the review itself, were it decided on that day: the meeting, who was invited, the advice, what was considered, the report. */
export function reviewLacks(
  plan: Plan,
  cycle: Cycle,
  on: CivilDate,
  birthDate: CivilDate | undefined,
): readonly Lack[] {
  const known = mapEntries(cycle, (entry) => (entry.field !== undefined || entry.on <= on ? entry : undefined));
  const { meeting, report } = known;
  // Nobody here recorded that meeting: of its invitations, advice and report a return says nothing.
  if (meeting?.source === 'return') return [];
  const lines = ledgerOf(plan, known, on).filter(({ required }) => required);
  const lacking = (what: LackKind, is: (line: (typeof lines)[number]) => boolean): Lack[] =>
    lines.filter(is).map(({ role }) => ({ what, role }));
  return [
    ...lackIf('no-meeting', !meeting),
    ...lacking('not-invited', ({ invited }) => !invited),
    ...lacking('no-advice', ({ answered }) => !answered),
    ...lacking('not-circulated', ({ answered, circulated }) => answered?.step === 'received' && !circulated),
    ...lackIf('outcomes-not-considered', meeting?.outcomesConsidered === false),
    ...lackIf('adulthood-not-considered', isAdulthoodLeft(meeting)),
    ...lackIf('achievement-not-considered', isAchievementLeft(known, birthDate)),
    ...lackIf('no-report', meeting !== undefined && !report),
  ];
}

const lackIf = (what: LackKind, is: boolean): Lack[] => (is ? [{ what }] : []);

/** EHC-10: at 19 or over it is asked whether the outcomes of education or training have been achieved. */
const isAchievementLeft = (cycle: Cycle, birthDate: CivilDate | undefined): boolean =>
  pointsLeft(cycle, birthDate).includes('outcomes-achieved');

/** EHC-19: from Year 9 on. An area that somebody looked at and found nothing to set in was considered. */
const isAdulthoodLeft = (meeting: Cycle['meeting']): boolean =>
  (meeting?.yearGroup ?? 0) >= 9 && Object.values(meeting?.preparingForAdulthood ?? {}).includes('not-considered');

/** Nothing lawful is blocked: with a reason it is recorded all the same, and stays with what is missing. */
export function requireReasonFor(lacks: readonly Lack[], lacksReason: string | undefined): readonly Lack[] {
  const [first] = lacks;
  if (!first || (lacksReason !== undefined && lacksReason.trim() !== '')) return lacks;
  throw refuse(ruleOf(first), 'What the law asks for is not on record by that day.', {
    help: 'Record it first if it was done. If it was not, say why: that stays with the record and is counted.',
    fields: byKind(lacks).map(({ what, roles }) => ({
      field: fields[what] ?? 'lacksReason',
      problem: problem(what, roles),
    })),
  });
}

const ruleOf = ({ what }: Pick<Lack, 'what'>): string => lackRules[what].split(',')[0]!;

const fields: Readonly<Partial<Record<LackKind, string>>> = { 'no-appeal-rights': 'appealRightsGiven' };

const problems: Readonly<Record<LackKind, string>> = {
  'no-meeting': 'no meeting is on record',
  'not-invited': 'not on record as invited to the meeting',
  'no-advice': 'no advice on record, nor that there is none, from',
  'not-circulated': 'not on record as circulated: the advice from',
  'outcomes-not-considered': 'the meeting did not consider the outcomes',
  'adulthood-not-considered': 'the meeting did not consider every area of preparing for adulthood',
  'achievement-not-considered':
    'at 19 or over: not on record whether the outcomes of education or training have been achieved',
  'no-report': 'no report of the meeting is on record',
  'no-appeal-rights': 'the notice must give the right of appeal, its time limit and mediation information',
};

const problem = (what: LackKind, roles: readonly Role[]): string =>
  `${[problems[what], roles.join(', ')].filter((part) => part !== '').join(': ')} (${lackRules[what]})`;

/** Each kind once, with all whom it is about. */
export function byKind(
  lacks: readonly Lack[],
): readonly { readonly what: LackKind; readonly roles: readonly Role[] }[] {
  const kinds = lackKinds.filter((kind) => lacks.some(({ what }) => what === kind));
  return kinds.map((what) => ({
    what,
    roles: lacks.flatMap((lack) => (lack.what === what && lack.role ? [lack.role] : [])),
  }));
}

/** What a decision lacks by now, and that of a later decision not to amend, each with the day that it counts for. */
export function countedLacks(
  plan: Plan,
  cycle: Cycle,
  birthDate: CivilDate | undefined,
): readonly (Lack & { readonly on: CivilDate })[] {
  const { decision, dropped } = cycle;
  const at = (on: CivilDate, lacks: readonly Lack[]) => lacks.map((lack) => ({ ...lack, on }));
  return [
    ...(decision ? at(decision.on, lacksOf(plan, cycle, { ...decision, birthDate })) : []),
    ...(dropped ? at(dropped.on, droppedLacks(dropped)) : []),
  ];
}
