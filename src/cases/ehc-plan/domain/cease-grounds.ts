// On which ground a plan may be ceased (EHC-60, EHC-61, EHC-65).
import { ageOn, type CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, refuse } from '../../../kernel/errors.js';
import grounds from './cease-grounds.json' with { type: 'json' };
import { isComplete } from './cycles.js';
import { attendsSetting } from './schooling.js';
import type { Plan } from './state.js';
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

/** The grounds that two letters go before, or those that need none. */
export const groundsWith = (letters: boolean) =>
  Object.entries(grounds.grounds)
    .filter(([, ground]) => ground.letters === letters)
    .map(([value, { title }]) => ({ value, text: title.charAt(0).toUpperCase() + title.slice(1) }));

interface Claim {
  readonly on: CivilDate;
  readonly ground: string;
  readonly birthDate?: CivilDate;
  readonly reviewShowsNoReturn?: boolean;
}

/** EHC-60, EHC-61: an age alone is no ground, and under 18 a young person out of education is re-engaged, not ceased. */
export function requireGround(
  { on, ground, birthDate, reviewShowsNoReturn }: Claim,
  plan: Plan,
  decided: 'by letter' | 'by this review' = 'by letter',
): void {
  const rule = never[ground];
  if (rule !== undefined) throw refuse(rule, 'Turning 16, 18 or 19 is never a ground by itself.');
  const { fromAge, reviewMustShow } = groundOf(ground);
  if (fromAge !== undefined) requireAge(ground, fromAge, birthDate, on);
  if (reviewMustShow && decided === 'by letter' && !(reviewShowsNoReturn && plan.cycles.some(isComplete))) {
    throw refuse(
      'EHC-61',
      'Only after a review has shown that they do not want to return, or that it would be inappropriate.',
      {
        help: 'Complete a review first, and say what it showed.',
      },
    );
  }
}

/** EHC-62: the family is told and consulted, and the head where they attend somewhere. Answers them in the order of the list. */
export function requireConsulted(plan: Plan, on: CivilDate, consulted: readonly string[]) {
  const needed = attendsSetting(plan, on) ? ['family', 'setting'] : ['family'];
  const left = needed.filter((role) => !consulted.includes(role));
  if (left.length > 0)
    throw refuse('EHC-62', `Not consulted on ceasing the plan: ${left.map((role) => wordOf[role]).join(', ')}.`, {
      help: 'Tell and consult the family, and consult the head, first.',
      fields: [{ field: 'consulted', problem: 'says who was consulted (EHC-62)' }],
    });
  return legalRoles.filter((role) => consulted.includes(role));
}

const wordOf: Readonly<Record<string, string>> = { family: 'the family', setting: 'the head of the school' };

export function groundOf(ground: string): Ground {
  const found = known[ground];
  if (!found) throw invalid('ground', `must be one of ${ceaseGrounds.join(', ')}`, 'EHC-65');
  return found;
}

export function requireAge(ground: string, age: number, birthDate: CivilDate | undefined, on: CivilDate): void {
  const rule = age >= 25 ? 'EHC-64' : 'EHC-61';
  if (birthDate === undefined || birthDate > on)
    throw refuse(rule, 'The age cannot be told: there is no birth date on record.');
  if (ageOn(birthDate, on).years < age)
    throw refuse(rule, `Under ${age}, "${groundOf(ground).title}" is no ground for ceasing.`);
}
