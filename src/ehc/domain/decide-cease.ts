// Ceasing a plan: two dated letters, lawful grounds, and no effect before the time for an appeal has run (EHC-60 to EHC-66).
import { ageOn, formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import grounds from './cease-grounds.json' with { type: 'json' };
import type { Of } from './commands.js';
import { already, requireFresh, requireInForce } from './common.js';
import { isComplete } from './cycles.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import { requireNotContinued } from './decide-past-25.js';
import { earliestCease } from './limits.js';
import { attendsSetting, ceaseInForce } from './standing.js';
import type { Cease, Plan } from './state.js';
import { legalRoles } from './words.js';

interface Ground {
  readonly title: string;
  readonly letters: boolean;
  readonly fromAge?: number;
  readonly reviewMustShow?: boolean;
}

const known: Readonly<Record<string, Ground | undefined>> = grounds.grounds;
const never: Readonly<Record<string, string | undefined>> = grounds.neverGrounds;
export const ceaseGrounds: readonly string[] = Object.keys(grounds.grounds);

export function proposeCease({ on, ceaseId, consulted }: Of<'ProposeCease'>, plan: Plan): EhcFact[] {
  requireInForce(plan, on);
  const open = ceaseInForce(plan);
  if (open?.proposed)
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

function proposalOf(plan: Plan): Cease {
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

/** EHC-60, EHC-61: an age alone is no ground, and under 18 a young person out of education is re-engaged, not ceased. */
function requireGround({ on, ground, birthDate, reviewShowsNoReturn }: Of<'DecideCease'>, plan: Plan): void {
  const rule = never[ground];
  if (rule !== undefined) throw refuse(rule, 'Turning 16, 18 or 19 is never a ground by itself.');
  const { fromAge, reviewMustShow } = groundOf(ground);
  if (fromAge !== undefined) requireAge(ground, fromAge, birthDate, on);
  if (reviewMustShow && !(reviewShowsNoReturn && plan.cycles.some(isComplete))) {
    throw refuse(
      'EHC-61',
      'Only after a review has shown that they do not want to return, or that it would be inappropriate.',
      {
        help: 'Complete a review first, and say what it showed.',
      },
    );
  }
}

function groundOf(ground: string): Ground {
  const found = known[ground];
  if (!found) throw invalid('ground', `must be one of ${ceaseGrounds.join(', ')}`, 'EHC-65');
  return found;
}

function requireAge(ground: string, age: number, birthDate: CivilDate | undefined, on: CivilDate): void {
  const rule = age >= 25 ? 'EHC-64' : 'EHC-61';
  if (birthDate === undefined || birthDate > on)
    throw refuse(rule, 'The age cannot be told: there is no birth date on record.');
  if (ageOn(birthDate, on).years < age)
    throw refuse(rule, `Under ${age}, "${groundOf(ground).title}" is no ground for ceasing.`);
}

/** EHC-63, EHC-66: what was decided takes effect once the appeal window has closed or the appeal is determined. */
export function ceasePlan({ on, ground, birthDate }: Of<'CeasePlan'>, plan: Plan): EhcFact[] {
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
  const { id, decided } = proposalOf(plan);
  if (!decided)
    throw refuse('EHC-62', 'No decision to cease has been notified.', {
      help: 'Record the second of the two letters first.',
    });
  const from = earliestCease(plan, decided);
  if (from === undefined)
    throw refuse('EHC-63', 'An appeal is pending: the plan stays in force until it is determined.');
  if (on < from)
    throw refuse('EHC-63', `Ceasing takes effect from ${formatDate(from)} at the earliest.`, {
      help: 'Until then the plan stays in force.',
    });
  return [events.ceased.fact(on, { ceaseId: id, ground: decided.ground })];
}
