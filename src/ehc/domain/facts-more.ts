// The facts of phase transfers, early requests, ceasing, appeals and orders.
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
  plan.ceases
    .filter(({ dropped, proposed, decided }) => !dropped && (proposed ?? decided))
    .map(({ id, proposed, decided }) => ({
      scope: 'cease',
      id,
      label: 'ceasing the plan',
      facts: {
        // The proposal is refused without the head where there is one to consult (EHC-62).
        consulted: fact(proposed),
        headConsulted: fact(proposed),
        ...letterFacts(plan, decided),
        ceased: fact(plan.ceased),
      },
    }));

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
