// Decisions from the decision notice on: proposed amendments, service, representations.
import { formatDate } from '../../../kernel/calendar/index.js';
import { invalid, refuse } from '../../../kernel/errors.js';
import type { NoticeCommand, Of } from './commands.js';
import { requireGround } from './cease-grounds.js';
import { already, requireFresh, requireInForce, requireText } from './plan-in-force.js';
import { cycleFor, finalOf, refOf, requireNotice, trackFor } from './reviews-under-way.js';
import { amendmentNoticeOf, outcomeOf, type Cycle } from './cycle-state.js';
import { copyFinal, issueFinal } from './decide-final.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import { droppedLacks, lacksOf, requireReasonFor } from './lacks.js';
import type { Plan } from './state.js';

export function decideNotice(command: NoticeCommand, plan: Plan): readonly EhcFact[] {
  requireInForce(plan, command.on);
  switch (command.type) {
    case 'SendDecision':
      return sendDecision(command, plan);
    case 'SendAmendmentNotice':
      return sendAmendmentNotice(command, plan);
    case 'ServeNotice':
      return [events.noticeServed.fact(command.on, { ...serviceOf(command, plan), channel: command.channel })];
    case 'RecordBounce':
      return bounce(command, plan);
    case 'ReceiveRepresentations': {
      const { on, asksForMeeting, namesSetting, summary } = command;
      return [
        events.representationsReceived.fact(on, { ...noticed(command, plan), asksForMeeting, namesSetting, summary }),
      ];
    }
    case 'WaiveRepresentations':
      if (!command.inWriting) throw refuse('EHC-25', 'The fifteen days can only be waived in writing.');
      return [events.representationsWaived.fact(command.on, noticed(command, plan))];
    case 'DropAmendments':
      return drop(command, plan);
    case 'IssueFinalPlan':
      return issueFinal(command, plan);
    case 'CopyFinalPlan':
      return copyFinal(command, plan);
  }
}

/** EHC-02, EHC-03: this, and only this, completes a review; the next twelve months start on this day. */
function sendDecision(command: Of<'SendDecision'>, plan: Plan): EhcFact[] {
  const { on, outcome, appealRightsGiven, reason, lacksReason } = command;
  const cycle = cycleFor(plan, command, on);
  if (cycle.decision) {
    const help = 'Correct its date if it is wrong. If it is the decision of an earlier review, open that review first.';
    throw already('The decision notice of this review', cycle.decision.on, help);
  }
  if (cycle.meeting && on < cycle.meeting.on) {
    throw invalid('on', `must not be before the meeting of ${formatDate(cycle.meeting.on)}`, 'EHC-08');
  }
  // R10: a blanket policy of not amending must show.
  if (outcome === 'maintain') requireText('reason', reason, 'R10');
  if (outcome === 'amend' && command.proposedChanges === undefined) {
    throw invalid('proposedChanges', 'say whether the proposed amendments went with the notice', 'EHC-24');
  }
  if (outcome !== 'amend' && command.proposedChanges === 'attached') {
    throw invalid('proposedChanges', 'proposed amendments go only with a decision to amend', 'EHC-24');
  }
  const proposedChanges = outcome === 'amend' && command.proposedChanges ? command.proposedChanges : 'not-attached';
  const lacks = requireReasonFor(lacksOf(plan, cycle, command), lacksReason);
  const ground = groundOfDecision(command, plan);
  const letter = { cycleId: cycle.id, outcome, proposedChanges, appealRightsGiven, reason, ground };
  return [events.decisionSent.fact(on, { ...letter, lacks: [...lacks], lacksReason })];
}

/** EHC-31, EHC-60: a ground that is given must be a lawful one. What this review showed is what it decides on (EHC-61). */
function groundOfDecision({ on, outcome, ground, birthDate }: Of<'SendDecision'>, plan: Plan): string | undefined {
  if (ground === undefined) return undefined;
  if (outcome !== 'cease') throw invalid('ground', 'goes only with a decision to cease', 'EHC-60');
  requireGround({ on, ground, birthDate }, plan, 'by this review');
  return ground;
}

/** EHC-24: the proposed amendments that a decision only announced; or, without a review, the start of EHC-05. */
function sendAmendmentNotice(command: Of<'SendAmendmentNotice'>, plan: Plan): EhcFact[] {
  const { on, newAmendmentId, withoutReview } = command;
  if (withoutReview) {
    requireFresh(plan.amendments, newAmendmentId, 'An amendment');
    return [events.amendmentSent.fact(on, { amendmentId: newAmendmentId })];
  }
  const track = trackFor(plan, command, on);
  const sent = amendmentNoticeOf(track);
  if (sent && sent.source !== 'return')
    throw already('The notice with the proposed amendments', sent.on, 'Correct its date if it is wrong.');
  if ('stated' in track && outcomeOf(track as Cycle) !== 'amend') {
    throw refuse('EHC-24', 'The decision of this review was not to amend.', {
      help: 'Record an amendment without a review (EHC-05).',
    });
  }
  return [events.amendmentSent.fact(on, refOf(plan, track))];
}

/** The review or amendment whose proposed amendments went out. */
function noticed(command: Of<'ReceiveRepresentations' | 'WaiveRepresentations'>, plan: Plan) {
  const track = trackFor(plan, command, command.on);
  requireNotice(track);
  return refOf(plan, track);
}

/** A letter of whatever outcome may be served, so the review may also be one that was not to be amended. */
function serviceOf({ cycleId, amendmentId, on }: Of<'ServeNotice' | 'RecordBounce'>, plan: Plan) {
  const track = trackFor(plan, { cycleId, amendmentId }, on);
  const decision = 'stated' in track ? (track as Cycle).decision : undefined;
  if (!decision) requireNotice(track);
  return refOf(plan, track);
}

/** R14: what bounced was not served; another channel has to follow. Whoever finds it in the post need not say first that it was served. */
const bounce = (command: Of<'RecordBounce'>, plan: Plan): EhcFact[] => [
  events.noticeBounced.fact(command.on, { ...serviceOf(command, plan), channel: command.channel }),
];

function drop(command: Of<'DropAmendments'>, plan: Plan): EhcFact[] {
  const { on, reason, appealRightsGiven, lacksReason } = command;
  const track = trackFor(plan, command, on);
  requireNotice(track);
  if (track.dropped) throw already('The decision not to amend', track.dropped.on, 'Correct its date if it is wrong.');
  const final = finalOf(plan, track);
  if (final) throw already('The final plan', final.on, 'What has been issued cannot be dropped.');
  requireText('reason', reason, 'EHC-28');
  const lacks = requireReasonFor(droppedLacks(command), lacksReason);
  const letter = { ...refOf(plan, track), reason, appealRightsGiven };
  return [events.amendmentsDropped.fact(on, { ...letter, lacks: [...lacks], lacksReason })];
}
