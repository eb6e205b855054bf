// A plan, as it was on a day, in the words of the API.
import { attainsAge, dayBefore, daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Choices } from '../../../rules/chosen-settings.js';
import { planAsOf } from '../domain/as-of.js';
import { ceaseInForce, ceasesOf, overturnedBy } from '../domain/ceases.js';
import {
  amendmentNoticeOf,
  newCycle,
  outcomeOf,
  servedOf,
  type Cycle,
  type Lack,
  type Track,
} from '../domain/cycle-state.js';
import { clockStartOf, openCycle, statusOfCycle } from '../domain/cycles.js';
import { earliestOf, latestOf, type Sourced } from '../domain/entries.js';
import { nextReview } from '../domain/facts-cycle.js';
import { byKind, countedLacks, lackRules, reviewLacks } from '../domain/lacks.js';
import { ledgerOf, meetingDayOf } from '../domain/ledger.js';
import { lettersOf } from '../domain/letters.js';
import { namingOf } from '../domain/phase-transfer.js';
import { sentToAll, withoutFinal } from '../domain/final-recipients.js';
import { earliestCease, endOfContinued } from '../domain/limits.js';
import { finalsBy, isByPlan, ordersOf, stepsOfOrder, type Order } from '../domain/orders.js';
import { arrangingOf, isOutOfDate, pointsLeft } from '../domain/review-practice.js';
import { rightsOn } from '../domain/rights.js';
import { endOf, lastIssued, statusOf } from '../domain/plan-status.js';
import { yearGroupOn } from '../domain/schooling.js';
import type { Plan } from '../domain/state.js';
import type {
  AmendmentView,
  CeasingView,
  DatedFact,
  EhcPlanView,
  LackView,
  LedgerLineView,
  OrderView,
  Past25View,
  ReviewView,
} from './plan-view.js';

const dated = (entry: Sourced | undefined): DatedFact | undefined =>
  entry && { on: entry.on, eventId: entry.eventId, source: entry.source };

interface Besides {
  readonly birthDate?: CivilDate;
  /** How its authority and the area read the rules. */
  readonly choices: Choices;
}

/** Undefined when the plan was not made by then. */
export function viewPlan(
  id: string,
  recorded: Plan,
  asOf: CivilDate,
  { birthDate, choices }: Besides,
): EhcPlanView | undefined {
  const plan = planAsOf(recorded, asOf);
  const { made, personId, authority, rulePack } = plan;
  const clock = clockStartOf(plan, undefined);
  const { movedIn } = recorded;
  // Before it moved in it was another authority’s (EHC-51 inherits its history, not its work).
  if (movedIn && movedIn.on > asOf) return undefined;
  if (!made || made.on > asOf || personId === undefined || authority === undefined || !rulePack || !clock)
    return undefined;
  const { status, since } = statusOf(plan);
  const reviews = plan.cycles.map((cycle, index) => viewReview(plan, cycle, index, asOf, { birthDate, choices }));
  const next = {
    cycleId: nextReview,
    ordinal: reviews.length + 1,
    kind: 'annual',
    status: 'open',
    clockStart: dated(clock)!,
    representations: [],
    finalPlanNotSentTo: [],
    arranging: arrangingOf(plan, asOf),
    points: [],
    pointsLeft: [],
    lacks: viewLacks(reviewLacks(plan, newCycle(nextReview), asOf, birthDate)),
    ledger: [],
  };
  const ended = status === 'ceased' || status === 'moved out';
  return {
    id,
    personId,
    authority,
    rights: { ...rightsOn(birthDate, asOf), explained: dated(earliestOf(plan.rightsExplained ?? [])) },
    rulePack: `${rulePack.pack} v${rulePack.version}`,
    status,
    statusSince: dated(since),
    planMade: dated(made)!,
    lastIssued: dated(lastIssued(plan))!,
    movedIn: dated(plan.movedIn),
    moveInLetter: dated(plan.moveInLetter),
    moveInLetterSilent: dated(plan.moveInLetterSilent),
    moveInLetterUnclear: dated(plan.moveInLetterUnclear),
    ceasing: ended ? undefined : viewCeasing(plan, choices),
    past25: viewPast25(plan, birthDate),
    mayGoOnPast25: !ended && !plan.past25 && birthDate !== undefined && aboutToTurn25(birthDate, asOf),
    yearGroup: yearGroupOn(plan, asOf, birthDate),
    placements: plan.placements.map(({ on: _, eventId: __, from, to, ...rest }) => ({
      ...rest,
      from: from?.on,
      to: to?.on,
    })),
    needs: latestOf(plan.needs)?.needs ?? [],
    reviews: openCycle(plan) || ended ? reviews : [...reviews, next],
    amendments: plan.amendments.flatMap((track) => viewAmendment(plan, track)),
    earlyRequests: plan.requests,
    phaseTransfers: plan.transfers.map((transfer) => ({ ...transfer, limitMetBy: dated(namingOf(plan, transfer)) })),
    letters: lettersOf(plan),
    appeals: plan.appeals,
    orders: ordersOf(plan).map((order) => viewOrder(plan, order)),
    consultations: plan.consultations,
    icbChanges: plan.icbChanges,
  };
}

function viewAmendment(plan: Plan, track: Track): AmendmentView[] {
  const notice = dated(amendmentNoticeOf(track));
  if (!notice) return [];
  const final = plan.finals.find((each) => each.track === track.id);
  return [
    {
      id: track.id,
      notice,
      served: dated(servedOf(track)),
      bounced: dated(latestOf(track.services.flatMap(({ bounced }) => bounced ?? []))),
      representations: track.representations.map((entry) => dated(entry)!),
      waived: dated(track.waived),
      notToAmend: dated(track.dropped),
      finalPlan: dated(final),
      finalPlanNotSentTo: final ? withoutFinal(plan, final) : [],
    },
  ];
}

function viewCeasing(plan: Plan, choices: Choices, cease = ceaseInForce(plan)): CeasingView | undefined {
  if (!cease) return undefined;
  const { proposed, decided } = cease;
  return {
    proposed: dated(proposed),
    proposedByReview: proposed?.byReview,
    consulted: proposed?.consulted,
    decided: dated(decided),
    decidedByReview: decided?.byReview,
    ground: decided?.ground,
    notBefore: decided && earliestCease(plan, cease, choices),
  };
}

/** Of a review that decided to cease: what came of it, and whether it still stands. */
function viewCeasingOf(plan: Plan, { decision }: Cycle, choices: Choices): ReviewView['ceasing'] {
  const cease = ceasesOf(plan).find(({ notices }) => notices.some(({ eventId }) => eventId === decision?.eventId));
  if (!cease) return undefined;
  const stands = ceaseInForce(plan)?.id === cease.id && !endOf(plan);
  const ended = latestOf([cease.dropped, overturnedBy(plan, cease)]);
  return { ...viewCeasing(plan, choices, cease)!, stands, notPursued: dated(ended), ceased: dated(plan.ceased) };
}

function viewOrder(plan: Plan, order: Order): OrderView {
  const { id, kind, start, act, agreement } = order;
  const done = plan.orderSteps.filter(({ orderId }) => orderId === id);
  return {
    id,
    kind,
    start: dated(start)!,
    act,
    limitOn: agreement?.limitOn?.on,
    plan: dated(earliestOf(finalsBy(plan, order))),
    byPlan: isByPlan(order),
    done,
    left: stepsOfOrder(order).filter((step) => done.every((each) => each.step !== step)),
  };
}

/** From a year before the 25th birthday, as long as there is a day to go on to. */
const aboutToTurn25 = (birthDate: CivilDate, asOf: CivilDate): boolean =>
  asOf >= attainsAge(birthDate, 24) && asOf < dayBefore(attainsAge(birthDate, 26));

function viewPast25(plan: Plan, birthDate: CivilDate | undefined): Past25View | undefined {
  const { past25 } = plan;
  if (!past25) return undefined;
  const { setting } = past25;
  const courseEndsOn = latestOf(past25.courseEnds)?.dueOn.on;
  const end = birthDate && endOfContinued(plan, past25, birthDate);
  const isKnown = setting === 'furtherEducation' || courseEndsOn !== undefined;
  return { decided: dated(past25)!, setting, courseEndsOn, ...(isKnown ? { endsOn: end } : { atTheLatest: end }) };
}

function viewReview(
  plan: Plan,
  cycle: Cycle,
  index: number,
  asOf: CivilDate,
  { birthDate, choices }: Besides,
): ReviewView {
  const { meeting, decision, arranged, stated } = cycle;
  const final = plan.finals.find((each) => each.track === cycle.id);
  return {
    cycleId: cycle.id,
    ordinal: index + 1,
    kind: cycle.opened?.kind ?? 'annual',
    status: statusOfCycle(plan, cycle),
    clockStart: dated(clockStartOf(plan, cycle)),
    meetingArrangedFor: arranged[arranged.length - 1]?.meetingOn.on,
    meeting: dated(meeting),
    report: dated(cycle.report),
    decision: dated(decision),
    outcome: outcomeOf(cycle),
    proposedChanges: decision?.proposedChanges,
    statedOutcome: latestOf(stated)?.outcome,
    ceasing: viewCeasingOf(plan, cycle, choices),
    amendmentNotice: dated(amendmentNoticeOf(cycle)),
    served: dated(servedOf(cycle)),
    bounced: dated(latestOf(cycle.services.flatMap(({ bounced }) => bounced ?? []))),
    representations: cycle.representations.map((entry) => dated(entry)!),
    waived: dated(cycle.waived),
    notToAmend: dated(cycle.dropped),
    finalPlan: dated(final),
    finalPlanNotSentTo: final ? withoutFinal(plan, final) : [],
    finalPlanSentToAll: dated(final && sentToAll(plan, final)),
    arranging: arrangingOf(plan, meetingDayOf(cycle) ?? asOf),
    points: cycle.points,
    pointsLeft: pointsLeft(cycle, birthDate),
    lacks: viewLacks(decision ? countedLacks(plan, cycle, birthDate) : reviewLacks(plan, cycle, asOf, birthDate)),
    lacksSaid: decision?.lacks && viewLacks([...decision.lacks, ...(cycle.dropped?.lacks ?? [])]),
    ledger: ledgerOf(plan, cycle, asOf).map((line) => viewLine(line, meetingDayOf(cycle) ?? asOf)),
  };
}

const viewLacks = (lacks: readonly Lack[]): LackView[] =>
  byKind(lacks).map(({ what, roles }) => ({ what, roles, rule: lackRules[what] }));

function viewLine(line: ReturnType<typeof ledgerOf>[number], meetingOn: CivilDate): LedgerLineView {
  const { role, required, chased } = line;
  return {
    role,
    required,
    invited: dated(line.invited),
    requested: dated(line.requested),
    chased: chased.map((entry) => dated(entry)!),
    answered: dated(line.answered),
    answer: line.answered?.step,
    circulated: dated(line.circulated),
    dated: dated(line.dated),
    ageInDays: line.dated && daysBetween(line.dated.on, meetingOn),
    outOfDate: line.dated && isOutOfDate(line.dated.on, meetingOn),
  };
}
