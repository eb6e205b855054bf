// Whose the rights under a plan are, and so who gets its letters: the parent to the end of compulsory school age, then the young person (CAL-15, AMB-19).
import { becomesYoungPersonOn, type CivilDate } from '../../../kernel/calendar/index.js';
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
