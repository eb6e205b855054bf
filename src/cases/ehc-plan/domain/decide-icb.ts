// A change of the responsible ICB: the old one tells the new one, and one that cannot secure the provision asks for a review (EHC-54).
import { invalid, refuse } from '../../../kernel/errors.js';
import type { Of } from './commands.js';
import type { IcbCommand } from './commands-further.js';
import { already, missing, requireInForce } from './plan-in-force.js';
import { openCycle, unused } from './cycles.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import type { IcbChange, Plan } from './state.js';

export function decideIcb(command: IcbCommand, plan: Plan): readonly EhcFact[] {
  requireInForce(plan, command.on);
  switch (command.type) {
    case 'LearnOfIcbChange':
      return learn(command, plan);
    case 'NotifyNewIcb': {
      const { notified } = changeOf(plan, command);
      if (notified) throw already('The notice to the new ICB', notified.on, 'Correct its date if it is wrong.');
      return [events.newIcbNotified.fact(command.on, { changeId: command.changeId })];
    }
    case 'JudgeIcbProvision':
      return judge(command, plan);
    case 'ReceiveIcbRequest':
      return ask(command, plan);
    case 'MeetIcbRequest':
      return meet(command, plan);
  }
}

/** Said again with another day or ICB it is the same change, as now known. */
function learn({ on, changeId, fromIcb, toIcb, movesOn }: Of<'LearnOfIcbChange'>, plan: Plan): EhcFact[] {
  if (fromIcb === toIcb) throw invalid('toIcb', 'must be another ICB than the old one', 'EHC-54');
  const known = plan.icbChanges.find(({ id }) => id === changeId);
  if (known?.toIcb === toIcb && known.movesOn.on === movesOn) return [];
  return [events.icbChangeKnown.fact(on, { changeId, fromIcb, toIcb, movesOn })];
}

function judge({ on, changeId, awareOn, canSecure }: Of<'JudgeIcbProvision'>, plan: Plan): EhcFact[] {
  const { judged } = changeOf(plan, { changeId });
  if (judged?.canSecure === canSecure && judged.awareOn.on === awareOn) return [];
  if (awareOn > on) throw invalid('awareOn', 'must not be after the day on which it judged the provision', 'EHC-54');
  return [events.provisionJudged.fact(on, { changeId, awareOn, canSecure })];
}

function ask({ on, changeId, asksFor }: Of<'ReceiveIcbRequest'>, plan: Plan): EhcFact[] {
  const { judged, requested } = changeOf(plan, { changeId });
  if (requested) throw already('The request of the new ICB', requested.on, 'Correct its date if it is wrong.');
  if (judged?.canSecure !== false) {
    throw refuse('EHC-54', 'Only an ICB that cannot secure the provision asks for this.', {
      help: 'Record first that the new ICB cannot secure it, and when it came to know that it is responsible.',
    });
  }
  return [events.icbRequested.fact(on, { changeId, asksFor })];
}

/** The authority must comply. A review opens unless one is under way; a reassessment is on record by its notice. */
function meet({ on, changeId, by, newCycleId }: Of<'MeetIcbRequest'>, plan: Plan): EhcFact[] {
  const { requested, met } = changeOf(plan, { changeId });
  if (!requested) throw refuse('EHC-54', 'The new ICB has not asked for a review or a reassessment.');
  if (met) throw already('What the new ICB asked for', met.on, 'Correct its date if it is wrong.');
  const done = events.icbRequestMet.fact(on, { changeId, by });
  if (by === 'reassessment' || openCycle(plan)) return [done];
  return [done, events.cycleOpened.fact(on, { cycleId: unused(plan, newCycleId).id, kind: 'early' })];
}

function changeOf(plan: Plan, { changeId }: { readonly changeId: string }): IcbChange {
  const found = plan.icbChanges.find(({ id }) => id === changeId);
  if (!found) throw missing('change of ICB');
  return found;
}
