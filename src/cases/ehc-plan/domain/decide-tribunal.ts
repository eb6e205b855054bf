// What is done in an appeal once it runs: notice, dates that the Tribunal fixes, the authority's acts, conceding (EHC-73, EHC-77).
import { invalid, refuse } from '../../../kernel/errors.js';
import type { Of } from './commands.js';
import type { TribunalCommand } from './commands-further.js';
import { already, missing, requireFresh, requirePlan } from './plan-in-force.js';
import { orderFor } from './decide-appeal.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import type { Appeal, Plan } from './state.js';

export function decideTribunal(command: TribunalCommand, plan: Plan): readonly EhcFact[] {
  requirePlan(plan);
  const appeal = plan.appeals.find(({ id }) => id === command.appealId);
  if (!appeal) throw missing('appeal');
  switch (command.type) {
    case 'ReceiveAppealNotice':
      if (appeal.notice)
        throw already('The notice of this appeal', appeal.notice.on, 'Correct its date if it is wrong.');
      return [events.appealNoticeReceived.fact(command.on, { appealId: appeal.id })];
    case 'FixTribunalDate':
      return fix(command, appeal, plan);
    case 'DoTribunalAct':
      return act(command, appeal);
    case 'ConcedeAppeal':
      return concede(command, appeal, plan);
  }
}

function requirePending({ determined }: Appeal): void {
  if (determined) throw already('The determination', determined.on, 'The appeal is over.');
}

/** Fixed anew under the same id, the later date stands. There is one date for the response. */
function fix({ on, act: what, dueOn, directionId }: Of<'FixTribunalDate'>, appeal: Appeal, plan: Plan): EhcFact[] {
  requirePending(appeal);
  const others = plan.appeals.filter(({ id }) => id !== appeal.id).flatMap(({ fixed }) => fixed);
  requireFresh(others, directionId, 'A direction');
  if (dueOn < on) throw invalid('dueOn', 'must not be before the day on which the Tribunal fixed it', 'EHC-73');
  const same = appeal.fixed.filter(({ id }) => id === directionId);
  if (same.some((each) => each.act !== what))
    throw invalid('act', 'is another one than this direction is about', 'EHC-73');
  const latest = same[same.length - 1];
  if (latest?.dueOn.on === dueOn) return [];
  return [events.tribunalDateFixed.fact(on, { appealId: appeal.id, directionId, act: what, dueOn })];
}

function act({ on, act: what, directionId }: Of<'DoTribunalAct'>, appeal: Appeal): EhcFact[] {
  if (what !== 'response' && !appeal.fixed.some(({ id, act: of }) => id === directionId && of === what)) {
    throw refuse('EHC-73', 'The Tribunal has fixed no date for this.', {
      help: 'Record the direction with its date first, and name it here.',
    });
  }
  const key = what === 'response' ? { act: what } : { act: what, directionId };
  const before = appeal.done.find(
    (each) => each.act === what && each.directionId === (what === 'response' ? undefined : directionId),
  );
  if (before) throw already('This act', before.on, 'Correct its date if it is wrong.');
  return [events.tribunalActDone.fact(on, { appealId: appeal.id, ...key })];
}

function concede({ on, order: wanted }: Of<'ConcedeAppeal'>, appeal: Appeal, plan: Plan): EhcFact[] {
  requirePending(appeal);
  if (appeal.conceded)
    throw already('That the appeal is not opposed', appeal.conceded.on, 'Correct its date if it is wrong.');
  const order = orderFor(plan, appeal, wanted, 'EHC-77');
  return [events.appealConceded.fact(on, { appealId: appeal.id, order })];
}
