// What a plan offers to the rules: each thing that has deadlines, with its dated facts under the names of the rule pack.
import type { DeadlineSubject } from '../../../rules/deadline-subject.js';
import { amendmentNoticeOf, type Track } from './cycle-state.js';
import { birthFact, fact, oursSince, trackFacts, type Birth, type Part } from './dated-facts.js';
import { earliestOf, type Entry } from './entries.js';
import { actSubjects, appealSubjects } from './facts-appeals.js';
import { ceaseSubjects } from './facts-cease.js';
import { cycleSubjects } from './facts-cycle.js';
import { orderSubjects } from './facts-orders.js';
import { past25Facts } from './facts-past-25.js';
import { namingOf, reviewBefore } from './phase-transfer.js';
import { endOf } from './plan-status.js';
import type { Plan } from './state.js';

export function subjectsOf(id: string, plan: Plan, birth?: Birth): DeadlineSubject[] {
  const { rulePack, made } = plan;
  if (!rulePack || !made) return [];
  const parts = [
    ...cycleSubjects(plan, birth),
    ...plan.amendments.map((track) => amendmentSubject(plan, track)),
    planSubject(plan, id, birth),
    ...issueSubjects(plan),
    ...phaseSubjects(plan),
    ...requestSubjects(plan),
    ...ceaseSubjects(plan),
    ...appealSubjects(plan),
    ...actSubjects(plan),
    ...orderSubjects(plan),
    ...consultationSubjects(plan),
    ...icbSubjects(plan),
  ];
  return parts.map(({ flags = {}, ...part }) => ({
    ...part,
    flags,
    pack: rulePack.pack,
    packVersion: rulePack.version,
    authority: plan.authority,
    heldFrom: oursSince(plan),
  }));
}

function amendmentSubject(plan: Plan, track: Track): Part {
  const facts = { ...trackFacts(plan, track), planEnded: fact(endOf(plan)) };
  return { scope: 'amendment', id: track.id, label: 'amendment without a review', facts };
}

function planSubject(plan: Plan, id: string, birth: Birth | undefined): Part {
  const { moveOutKnown, past25, followedSince: followed } = plan;
  const goesOn = past25Facts(past25);
  return {
    scope: 'plan',
    id,
    label: 'EHC plan',
    facts: {
      birthDate: birthFact(plan, birth),
      planEnded: fact(endOf(plan)),
      followedSince: followed && { on: followed.recordedOn, eventId: followed.eventId },
      rightsExplained: fact(earliestOf(plan.rightsExplained ?? [])),
      ...goesOn.facts,
      moved: moveOutKnown && fact(moveOutKnown.movesOn, moveOutKnown.on),
      moveKnown: fact(moveOutKnown),
      planTransferred: fact(plan.movedOut),
      movedIn: fact(plan.movedIn),
      moveInLetter: fact(plan.moveInLetter),
      moveInLetterSilent: fact(plan.moveInLetterSilent ?? plan.moveInLetterUnclear),
    },
    flags: goesOn.flags,
  };
}

/**
 * EHC-32: one subject for each issue, so that the history stays. A return tells of reviews but not of the final plans after them:
 * how old a plan is that was loaded and reviewed is not known until a final plan is recorded.
 */
function issueSubjects(plan: Plan): Part[] {
  const silent =
    plan.made?.source === 'return' && plan.cycles.some(({ meeting, decision }) => (meeting ?? decision)?.source);
  const issues = [silent ? undefined : plan.made, ...plan.finals]
    .filter((entry) => entry !== undefined)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  return issues.map((issued: Entry, index) => ({
    scope: 'plan',
    id: `issued-${issued.eventId}`,
    label: index === 0 ? 'plan as made' : `plan as issued again (${index})`,
    facts: {
      lastIssued: fact(issued, index === 0 ? oursSince(plan) : undefined),
      reissued: fact(issues[index + 1]),
      planEnded: fact(endOf(plan)),
    },
  }));
}

function phaseSubjects(plan: Plan): Part[] {
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

const requestSubjects = (plan: Plan): Part[] =>
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

/** EHC-30. Whether the fifteen days are working days is the authority's own custom (AMB-23). */
const consultationSubjects = (plan: Plan): Part[] =>
  plan.consultations.map((asked, index) => ({
    scope: 'consultation',
    id: asked.id,
    label: `consultation of a school ${index + 1}`,
    facts: {
      consulted: fact(asked),
      replied: fact(asked.replied),
      consultationWithdrawn: fact(asked.ended),
      planEnded: fact(endOf(plan)),
    },
  }));

/** EHC-54: each change of ICB has its own three steps. */
const icbSubjects = (plan: Plan): Part[] =>
  plan.icbChanges.map((change) => {
    const { movesOn, notified, judged, requested, met } = change;
    return {
      scope: 'plan',
      id: change.id,
      label: 'change of ICB',
      facts: {
        icbMoved: fact(movesOn, change.on),
        icbMoveKnown: fact(change),
        icbNotified: fact(notified),
        newIcbKnown: judged && fact(judged.awareOn, judged.on),
        icbRequest: fact(requested),
        icbRequestMet: fact(met),
        planEnded: fact(endOf(plan)),
      },
      flags: { icbCanSecure: judged && { is: judged.canSecure ? 'yes' : 'no', since: judged.on } },
    };
  });
