// Ceasing a plan: two dated letters, lawful grounds, and no effect before the time for an appeal has run (EHC-60 to EHC-66).
import { formatDate } from '../../../kernel/calendar/index.js';
import { refuse } from '../../../kernel/errors.js';
import { groundOf, requireAge, requireGround } from './cease-grounds.js';
import { ceaseInForce, type CeaseOf } from './ceases.js';
import type { Of } from './commands.js';
import { already, requireFresh, requireInForce } from './plan-in-force.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import { requireNotContinued } from './decide-past-25.js';
import { earliestCease } from './limits.js';
import { attendsSetting } from './schooling.js';
import type { Plan } from './state.js';
import { legalRoles } from './words.js';

export function proposeCease({ on, ceaseId, consulted }: Of<'ProposeCease'>, plan: Plan): EhcFact[] {
  requireInForce(plan, on);
  const open = ceaseInForce(plan);
  // The notice of a review that decided to cease is a proposal itself; a letter of its own may still follow it.
  if (open?.proposed && !(open.proposed.byReview && !open.decided))
    throw already('A proposal to cease', open.proposed.on, 'Decide on it, or record that it is not pursued.');
  requireFresh(plan.ceases, ceaseId, 'A proposal to cease');
  const needed = attendsSetting(plan, on) ? ['family', 'setting'] : ['family'];
  const left = needed.filter((role) => !consulted.includes(role));
  if (left.length > 0) {
    throw refuse('EHC-62', `Not consulted: ${left.join(', ')}.`, {
      help: 'Tell and consult the family, and consult the head, first.',
    });
  }
  return [events.ceaseProposed.fact(on, { ceaseId, consulted: legalRoles.filter((role) => consulted.includes(role)) })];
}

export function dropCease({ on }: Of<'DropCease'>, plan: Plan): EhcFact[] {
  requireInForce(plan, on);
  return [events.ceaseDropped.fact(on, { ceaseId: proposalOf(plan).id })];
}

function proposalOf(plan: Plan): CeaseOf {
  const cease = ceaseInForce(plan);
  if (cease?.proposed) return cease;
  throw refuse('EHC-62', 'Nobody has been told of a proposal to cease and consulted on it.', {
    help: 'Record the first of the two letters: told and consulted.',
  });
}

export function decideToCease(command: Of<'DecideCease'>, plan: Plan): EhcFact[] {
  const { on, ground, appealRightsGiven } = command;
  requireInForce(plan, on);
  requireGround(command, plan);
  const cease = proposalOf(plan);
  if (cease.decided) throw already('The decision to cease', cease.decided.on, 'Correct its date if it is wrong.');
  if (cease.proposed && on <= cease.proposed.on) {
    throw refuse('EHC-62', 'The decision comes after the consultation: two letters, two dates.', {
      help: 'Check both dates.',
    });
  }
  if (!appealRightsGiven) throw refuse('EHC-62', 'The decision letter must give the right of appeal.');
  return [events.ceaseDecided.fact(on, { ceaseId: cease.id, ground, appealRightsGiven })];
}

/** EHC-63, EHC-66: what was decided takes effect once the appeal window has closed or the appeal is determined. */
export function ceasePlan({ on, ground, birthDate, choices = [] }: Of<'CeasePlan'>, plan: Plan): EhcFact[] {
  requireInForce(plan, on);
  if (plan.ceased) throw already('The end of the plan', plan.ceased.on, 'Correct its date if it is wrong.');
  if (ground !== undefined && !groundOf(ground).letters) {
    if (ground === 'transferred')
      throw refuse('EHC-50', 'A plan that moves to another authority is passed on, not ceased.', {
        help: 'Record the move.',
      });
    if (ground === 'maximum-age') {
      requireAge(ground, 25, birthDate, on);
      requireNotContinued(plan, on, birthDate);
    }
    return [events.ceased.fact(on, { ground })];
  }
  const cease = proposalOf(plan);
  const { id, decided } = cease;
  if (!decided)
    throw refuse('EHC-62', 'No decision to cease has been notified.', {
      help: 'Record the second of the two letters first.',
    });
  const from = earliestCease(plan, cease, choices);
  if (from === undefined)
    throw refuse('EHC-63', 'An appeal is pending: the plan stays in force until it is determined.');
  if (on < from)
    throw refuse('EHC-63', `Ceasing takes effect from ${formatDate(from)} at the earliest.`, {
      help: 'Until then the plan stays in force.',
    });
  // A review may have decided without saying on which ground; then it is said now, and must be a lawful one.
  const decidedGround = decided.ground ?? ground;
  if (decidedGround === undefined)
    throw refuse('EHC-60', 'On which ground it was decided to cease the plan is not recorded.', {
      help: 'Say on which ground.',
    });
  if (decided.ground === undefined)
    requireGround({ on: decided.on, ground: decidedGround, birthDate }, plan, 'by this review');
  return [events.ceased.fact(on, { ceaseId: id, ground: decidedGround })];
}
