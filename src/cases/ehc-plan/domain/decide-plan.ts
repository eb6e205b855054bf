// Decisions on the plan itself: made, taken over, passed on, where and in which year the young person learns.
import { earliest } from '../../../kernel/calendar/index.js';
import { invalid, OnwardError, refuse } from '../../../kernel/errors.js';
import type { Of, PlanCommand } from './commands.js';
import { already, missing, requireInForce, requirePlan } from './plan-in-force.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import type { Plan } from './state.js';
import { needCodes } from './words.js';

export function decidePlan(command: PlanCommand, plan: Plan): readonly EhcFact[] {
  switch (command.type) {
    case 'IssuePlan':
      return issue(command, plan);
    case 'TakeOverPlan':
      return takeOver(command, plan);
    case 'SendMoveInLetter':
      return sendMoveInLetter(command, plan);
    case 'LearnOfMove':
      requireInForce(plan, command.on);
      return [events.moveOutKnown.fact(command.on, { toAuthority: command.toAuthority, movesOn: command.movesOn })];
    case 'MoveOut':
      requireInForce(plan, command.on);
      if (plan.movedOut) throw already('The move', plan.movedOut.on, 'Correct its date if it is wrong.');
      return [events.planMovedOut.fact(command.on, { toAuthority: command.toAuthority })];
    case 'RecordPlacement':
      return recordPlacement(command, plan);
    case 'EndPlacement':
      return endPlacement(command, plan);
    case 'RecordNeeds':
      return recordNeeds(command, plan);
    case 'RecordYearGroup':
      requirePlan(plan);
      if (command.yearGroup < -5 || command.yearGroup > 20)
        throw invalid('yearGroup', 'is not a school year', 'CAL-14');
      return [events.yearGroupRecorded.fact(command.on, { yearGroup: command.yearGroup })];
  }
}

const requireNone = (plan: Plan): void => {
  if (plan.personId !== undefined)
    throw new OnwardError('already-exists', { detail: 'This plan is recorded already.' });
};

function issue({ on, personId, authority, rulePack, source }: Of<'IssuePlan'>, plan: Plan): EhcFact[] {
  requireNone(plan);
  return [events.planIssued.fact(on, { personId, authority, rulePack, source })];
}

/** EHC-51: as if this authority had made it on the day on which the other one did. */
function takeOver({ type: _, on, ...data }: Of<'TakeOverPlan'>, plan: Plan): EhcFact[] {
  requireNone(plan);
  if (data.planMadeOn > on) throw invalid('planMadeOn', 'must not be after the transfer', 'EHC-51');
  if (data.lastReviewedOn !== undefined && data.lastReviewedOn > on) {
    throw invalid('lastReviewedOn', 'must not be after the transfer', 'EHC-51');
  }
  return [events.planMovedIn.fact(on, data)];
}

function sendMoveInLetter({ on, willReassess, reviewOn }: Of<'SendMoveInLetter'>, plan: Plan): EhcFact[] {
  requireInForce(plan, on);
  if (!plan.movedIn) throw refuse('EHC-52', 'The plan did not move here from another authority.');
  if (on < plan.movedIn.on) throw invalid('on', 'must not be before the transfer', 'EHC-52');
  if (plan.moveInLetter) throw already('The letter', plan.moveInLetter.on, 'Correct its date if it is wrong.');
  const { moveInLetterSilent: silent } = plan;
  if (silent && reviewOn === undefined)
    throw already(
      'A letter without the day of the review',
      silent.on,
      'Record the one that says when the plan will be reviewed.',
    );
  const tellsReview = reviewOn === undefined ? 'no' : 'yes';
  return [events.moveInLetterSent.fact(on, { willReassess, tellsReview, reviewOn })];
}

/** Two dated placements may stand side by side: the one until the summer and the next from September (EHC-46). */
function recordPlacement({ on, details }: Of<'RecordPlacement'>, plan: Plan): EhcFact[] {
  requirePlan(plan);
  const known = plan.placements.find(({ id }) => id === details.placementId);
  if (known && samePlacement(known, details)) return [];
  return [events.placementRecorded.fact(details.from === undefined ? on : earliest(on, details.from), details)];
}

function samePlacement(known: Plan['placements'][number], details: Of<'RecordPlacement'>['details']): boolean {
  const { placementId: _, from, to, ...rest } = details;
  const recorded: Readonly<Record<string, unknown>> = { ...known };
  const same = Object.entries(rest).every(([name, value]) => recorded[name] === value);
  return same && known.from?.on === from && known.to?.on === to;
}

function endPlacement({ on, placementId }: Of<'EndPlacement'>, plan: Plan): EhcFact[] {
  requirePlan(plan);
  const placement = plan.placements.find(({ id }) => id === placementId);
  if (!placement) throw missing('placement');
  if (placement.to?.on === on) return [];
  return [events.placementEnded.fact(on, { placementId })];
}

function recordNeeds({ on, needs }: Of<'RecordNeeds'>, plan: Plan): EhcFact[] {
  requirePlan(plan);
  const codes = new Set<string>(needCodes);
  if (needs.some(({ code }) => !codes.has(code))) throw invalid('needs', `each must be one of ${needCodes.join(', ')}`);
  const ranked = [...needs].sort((a, b) => a.rank - b.rank) as { code: (typeof needCodes)[number]; rank: number }[];
  if (JSON.stringify(plan.needs[plan.needs.length - 1]?.needs) === JSON.stringify(ranked)) return [];
  return [events.needsRecorded.fact(on, { needs: ranked })];
}
