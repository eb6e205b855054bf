// Mediation and appeals. A review is still held while an appeal is running (EHC-06): nothing here suspends anything.
import { invalid, refuse } from '../../kernel/errors.js';
import type { Of } from './commands.js';
import { already, missing, requireFresh, requirePlan } from './common.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import { letterFor, type Letter } from './letters.js';
import type { Plan } from './state.js';
import { appealOrders, appealResults, mediationSteps } from './words.js';

function requireLetter(plan: Plan, { letterEventId, on }: Of<'RecordMediation' | 'RegisterAppeal'>): Letter {
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
  const order = appealOrders.find((each) => each === given.order);
  if (!result) throw invalid('result', `must be one of ${appealResults.join(', ')}`);
  if (!order) throw invalid('order', `must be one of ${appealOrders.join(', ')}`, 'EHC-76');
  return [events.appealDetermined.fact(on, { appealId, result, order })];
}
