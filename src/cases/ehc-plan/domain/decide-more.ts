// Decisions on requests for an early review.
import type { Of } from './commands.js';
import { already, missing, requireFresh, requireInForce, requireText } from './common.js';
import { openCycle, unused } from './cycles.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import type { Plan } from './state.js';

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
