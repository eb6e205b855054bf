// The rule pack of waits: which one a referral takes when it is received, and the bands of days waited (WAIT-10).
import { bandsOf, loadPacks, type Band, type Packs } from '../rules/index.js';
import type { CivilDate } from '../kernel/calendar/index.js';

let loaded: Packs | undefined;
const packs = (): Packs => (loaded ??= loadPacks());

export function packFor(receivedOn: CivilDate): { readonly pack: string; readonly packVersion: number } {
  const { pack, version } = packs().packInForce('waiting', receivedOn);
  return { pack, packVersion: version };
}

/** The published bands in force on the census date. */
export const bandsOn = (censusOn: CivilDate): readonly Band[] =>
  bandsOf(packs().packInForce('waiting', censusOn), 'WAIT-10');
