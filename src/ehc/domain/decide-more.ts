// Decisions on requests for an early review and on phase transfers.
import { earliest } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import type { Of } from './commands.js';
import { already, missing, requireFresh, requireInForce, requireText } from './common.js';
import { openCycle, unused } from './cycles.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import type { PhaseTransfer, Plan } from './state.js';

export function requestEarly({ on, requestId, by, reason }: Of<'RequestEarlyReview'>, plan: Plan): EhcFact[] {
  requireInForce(plan, on);
  requireFresh(plan.requests, requestId, 'A request');
  return [events.earlyRequested.fact(on, { requestId, by, reason: requireText('reason', reason, 'EHC-35') })];
}

/** EHC-35, R11: an answer either way, with its reason. A review that is agreed opens, unless one is under way. */
export function answerEarly(command: Of<'AnswerEarlyReview'>, plan: Plan): EhcFact[] {
  const { on, requestId, agreed, newCycleId } = command;
  const request = requestOf(plan, requestId, on);
  const reason = requireText('reason', command.reason, 'EHC-35');
  if (request.answered) throw already('The answer', request.answered.on, 'Correct its date if it is wrong.');
  const answer = events.earlyAnswered.fact(on, { requestId, agreed, reason });
  const opens = agreed && !openCycle(plan);
  return opens
    ? [answer, events.cycleOpened.fact(on, { cycleId: unused(plan, newCycleId).id, kind: 'early' })]
    : [answer];
}

export function withdrawEarly({ on, requestId }: Of<'WithdrawEarlyRequest'>, plan: Plan): EhcFact[] {
  const request = requestOf(plan, requestId, on);
  return request.withdrawn ? [] : [events.earlyWithdrawn.fact(on, { requestId })];
}

function requestOf(plan: Plan, id: string, on: Of<'AnswerEarlyReview'>['on']) {
  requireInForce(plan, on);
  const request = plan.requests.find((each) => each.id === id);
  if (!request) throw missing('request for an early review');
  return request;
}

/** EHC-40 to EHC-42. Said again with another day, it is the same transfer on that day. */
export function expectTransfer(
  { on, transferId, phase, transferOn }: Of<'ExpectPhaseTransfer'>,
  plan: Plan,
): EhcFact[] {
  requireInForce(plan, on);
  const known = plan.transfers.find(({ id }) => id === transferId);
  if (known?.named) throw already('The plan that names the next setting', known.named.on, 'Record a further transfer.');
  if (known?.phase === phase && known.transferOn.on === transferOn) return [];
  return [events.phaseDue.fact(earliest(on, transferOn), { transferId, phase, transferOn })];
}

/** EHC-46: with the final plan stands the next setting, from the day of the transfer. */
export function namePhaseSetting({ on, transferId, placement }: Of<'NamePhaseSetting'>, plan: Plan): EhcFact[] {
  requireInForce(plan, on);
  const transfer = transferOf(plan, transferId);
  if (transfer.named)
    throw already('The plan that names the next setting', transfer.named.on, 'Correct its date if it is wrong.');
  if (!plan.finals.some((final) => final.on <= on)) {
    throw refuse('EHC-40', 'No final plan has been issued that could name the setting.', {
      help: 'Record the final plan first.',
    });
  }
  const named = events.phaseNamed.fact(on, { transferId: transfer.id, placementId: placement?.placementId });
  if (!placement) return [named];
  const from = placement.from ?? transfer.transferOn.on;
  return [events.placementRecorded.fact(earliest(on, from), { ...placement, from }), named];
}

function transferOf(plan: Plan, id: string | undefined): PhaseTransfer {
  const open = plan.transfers.filter((transfer) => (id === undefined ? !transfer.named : transfer.id === id));
  const found = open[open.length - 1];
  if (found) return found;
  if (id !== undefined) throw missing('phase transfer');
  throw invalid('transferId', 'no phase transfer is expected', 'EHC-40');
}
