// Mediation and appeals. A review is still held while an appeal is running (EHC-06): nothing here suspends anything.
import { invalid, refuse } from '../../../kernel/errors.js';
import type { Of } from './commands.js';
import { already, missing, requireFresh, requirePlan } from './plan-in-force.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import { letterFor, lettersOf, type Letter } from './letters.js';
import type { Appeal, Plan } from './state.js';
import { appealOrders, appealResults, mediationSteps } from './words.js';

export function requireLetter(
  plan: Plan,
  { letterEventId, on }: Of<'RecordMediation' | 'RegisterAppeal' | 'AgreeInMediation'>,
): Letter {
  requirePlan(plan);
  const letter = letterFor(plan, letterEventId, on);
  if (!letter) {
    throw refuse('EHC-75', 'There is no decision letter that can be appealed against.', {
      help: 'Record the letter first.',
    });
  }
  if (on < letter.on) throw invalid('on', 'must not be before the decision letter', 'EHC-70');
  return letter;
}

export function recordMediation(command: Of<'RecordMediation'>, plan: Plan): EhcFact[] {
  const { on, step } = command;
  const { eventId: letterEventId } = requireLetter(plan, command);
  if (step === 'certificate') return [events.certificateIssued.fact(on, { letterEventId })];
  const known = mediationSteps.find((each) => each === step);
  if (!known) throw invalid('step', `must be one of ${[...mediationSteps, 'certificate'].join(', ')}`, 'EHC-74');
  return [events.mediationRecorded.fact(on, { letterEventId, step: known })];
}

/** EHC-74: a certificate is needed, unless only the school or its type is in question. The Tribunal decides about lateness. */
export function registerAppeal(command: Of<'RegisterAppeal'>, plan: Plan): EhcFact[] {
  const { on, appealId, placementOnly } = command;
  const letter = requireLetter(plan, command);
  const running = plan.appeals.find((appeal) => appeal.letterEventId === letter.eventId);
  if (running) throw already('The appeal against this letter', running.on, 'Correct its date if it is wrong.');
  requireFresh(plan.appeals, appealId, 'An appeal');
  return [events.appealRegistered.fact(on, { appealId, letterEventId: letter.eventId, placementOnly })];
}

export function determineAppeal({ on, appealId, ...given }: Of<'DetermineAppeal'>, plan: Plan): EhcFact[] {
  requirePlan(plan);
  const appeal = plan.appeals.find(({ id }) => id === appealId);
  if (!appeal) throw missing('appeal');
  if (appeal.determined) throw already('The determination', appeal.determined.on, 'Correct its date if it is wrong.');
  const result = appealResults.find((each) => each === given.result);
  if (!result) throw invalid('result', `must be one of ${appealResults.join(', ')}`);
  const order = orderFor(plan, appeal, given.order, 'EHC-76', result);
  return [events.appealDetermined.fact(on, { appealId, result, order })];
}

/** EHC-76, EHC-77: an order that this appeal can end with. `maintain` and `amend` said too little to reckon from. */
export function orderFor(
  plan: Plan,
  { letterEventId }: Appeal,
  wanted: string,
  rule: string,
  result?: string,
): (typeof appealOrders)[number] {
  const order = appealOrders.find((each) => each === wanted);
  if (!order) throw invalid('order', `must be one of ${appealOrders.join(', ')}`, rule);
  const about = lettersOf(plan).find(({ eventId }) => eventId === letterEventId)?.about;
  if ((order === 'keep-plan' || order === 'cease') && about !== 'ceasing') {
    throw invalid('order', 'is possible only in an appeal against ceasing the plan', rule);
  }
  if (order === 'cease' && result === undefined) {
    throw refuse(rule, 'An appeal against ceasing that is not opposed keeps the plan going.');
  }
  const changesNothing = ['none', 'cease'].includes(order);
  if ((result === 'dismissed' || result === 'withdrawn') && !changesNothing) {
    throw invalid('order', `does not fit: the appeal was ${result}`, rule);
  }
  return order;
}
