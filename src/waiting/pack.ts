// The rule pack of waits: which one a referral takes when it is received, and the bands of days waited (WAIT-10).
import type { CivilDate } from '../kernel/calendar/index.js';
import { bandsOf, packInForce, type Band } from '../rules/index.js';

export function packFor(receivedOn: CivilDate): { readonly pack: string; readonly packVersion: number } {
  const { pack, version } = packInForce('waiting', receivedOn);
  return { pack, packVersion: version };
}

/** The published bands in force on the census date. */
export const bandsOn = (censusOn: CivilDate): readonly Band[] => bandsOf(packInForce('waiting', censusOn), 'WAIT-10');
