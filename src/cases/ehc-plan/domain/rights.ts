// Whose the rights under a plan are, and so who gets its letters: the parent to the end of compulsory school age, then the young person (CAL-15, AMB-19).
import { becomesYoungPersonOn, type CivilDate } from '../../../kernel/calendar/index.js';
import { invalid } from '../../../kernel/errors.js';
import type { Of } from './commands.js';
import { requireInForce } from './plan-in-force.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import type { Plan } from './state.js';
import type { RightsHolder } from './words.js';

export interface Rights {
  /** Without a birth date nobody can say. */
  readonly holder: RightsHolder | 'not-known';
  /** The first day on which they are the young person's. */
  readonly passOn?: CivilDate;
}

/** CAL-E17: born on 20 Aug 2010, the rights are the young person's after Fri 26 Jun 2026, at 15. */
export function rightsOn(birthDate: CivilDate | undefined, on: CivilDate): Rights {
  if (birthDate === undefined) return { holder: 'not-known' };
  const passOn = becomesYoungPersonOn(birthDate);
  return { holder: on >= passOn ? 'young-person' : 'parent', passOn };
}

/** The earliest day counts, whenever it was recorded. */
export function explainRights({ on, to, channel }: Of<'ExplainRights'>, plan: Plan): EhcFact[] {
  requireInForce(plan, on);
  if (!to.includes('young-person'))
    throw invalid('to', 'must name the young person: the rights are theirs (CAL-15)', 'CAL-15');
  return plan.rightsExplained?.some((said) => said.on === on && said.channel === channel)
    ? []
    : [events.rightsExplained.fact(on, { to: [...new Set(to)], channel })];
}
