// The facts of phase transfers, early requests, ceasing, appeals and orders.
import type { Fact } from '../../../rules/facts.js';
import { appealableOf, appealsAgainst, ceasesOf, overturnedBy, type CeaseOf } from './ceases.js';
import { amendmentNoticeOf } from './cycle-state.js';
import { earliestOf, latestOf, type Entry } from './entries.js';
import { fact, type Part } from './facts-common.js';
import { lettersOf } from './letters.js';
import { namingOf, reviewBefore } from './phase-transfer.js';
import { endOf } from './standing.js';
import type { Plan } from './state.js';

export function phaseSubjects(plan: Plan): Part[] {
  return plan.transfers.map((transfer) => {
    const review = reviewBefore(plan, transfer);
    return {
      scope: 'phase',
      id: transfer.id,
      label: `phase transfer ${transfer.phase.replaceAll('-', ' ')}`,
      facts: {
        transferDue: fact(transfer.transferOn, transfer.on),
        meeting: fact(review?.meeting),
        amendmentNotice: fact(review && amendmentNoticeOf(review)),
        finalPlan: fact(namingOf(plan, transfer)),
        planEnded: fact(endOf(plan)),
      },
      flags: { phase: transfer.phase },
    };
  });
}

export const requestSubjects = (plan: Plan): Part[] =>
  plan.requests.map((request, index) => ({
    scope: 'earlyReview',
    id: request.id,
    label: `request for an early review ${index + 1}`,
    facts: {
      requested: fact(request),
      answered: fact(request.answered),
      withdrawn: fact(request.withdrawn),
      planEnded: fact(endOf(plan)),
    },
  }));

export const ceaseSubjects = (plan: Plan): Part[] =>
  ceasesOf(plan)
    .filter(({ proposed, decided }) => proposed ?? decided)
    .map((cease) => ({
      scope: 'cease',
      id: cease.id,
      label: 'ceasing the plan',
      facts: {
        // The proposal is refused without the head where there is one to consult (EHC-62).
        consulted: fact(cease.proposed),
        headConsulted: fact(cease.proposed),
        ...ceaseLetterFacts(plan, cease),
        ceased: fact(plan.ceased),
        notPursued: fact(earliestOf([cease.dropped, overturnedBy(plan, cease)])),
        planEnded: fact(endOf(plan)),
      },
    }));

/** EHC-63: a review's notice and a letter of its own have their windows and appeals; the last of them counts, once the decision is notified. */
export function ceaseLetterFacts(plan: Plan, cease: CeaseOf) {
  const letters = appealableOf(cease).map((letter) => letterFacts(plan, letter));
  const appeals = appealsAgainst(plan, cease);
  const pending = appeals.some(({ determined }) => !determined);
  return {
    letter: fact(cease.decided),
    certificate: letters.map(({ certificate }) => certificate).reduce(later, undefined),
    appealLodged: fact(earliestOf(appeals)),
    appealDetermined: pending ? undefined : fact(latestOf(appeals.map(({ determined }) => determined))),
  };
}

const later = (a: Fact | undefined, b: Fact | undefined): Fact | undefined => (!a || (b && b.on >= a.on) ? b : a);

export function letterFacts(plan: Plan, letter: Entry | undefined) {
  const steps = plan.mediation.filter(({ letterEventId }) => letterEventId === letter?.eventId);
  const appeal = plan.appeals.find(({ letterEventId }) => letterEventId === letter?.eventId);
  const step = (wanted: string) => fact(earliestOf(steps.filter((each) => each.step === wanted)));
  return {
    letter: fact(letter),
    certificate: fact(latestOf(steps.filter((each) => each.step === 'certificate'))),
    appealLodged: fact(appeal),
    appealDetermined: fact(appeal?.determined),
    mediationContact: step('contacted'),
    mediationDeclined: step('declined'),
    mediationAccepted: step('accepted'),
    mediationArranged: step('arranged'),
    mediationNotArranged: step('not-arranged'),
    mediationHeld: step('held'),
  };
}

export const appealSubjects = (plan: Plan): Part[] =>
  lettersOf(plan).map((letter) => ({
    scope: 'appeal',
    id: `letter-${letter.eventId}`,
    label: `appeal about ${letter.about}`,
    facts: letterFacts(plan, letter),
    flags: {
      about: plan.appeals.find(({ letterEventId }) => letterEventId === letter.eventId)?.placementOnly
        ? 'placementOnly'
        : 'other',
    },
  }));
