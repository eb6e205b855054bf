// The rule pack that a plan pins when it starts here (EHC-93).
import type { CivilDate } from '../../kernel/calendar/index.js';
import { packInForce } from '../../rules/index.js';
import { shippedPacks } from '../../rules/packs.js';

export function packFor(planMadeOn: CivilDate): { readonly pack: string; readonly version: number } {
  const oldest = shippedPacks
    .filter(({ pathway }) => pathway === 'ehc')
    .map(({ inForce }) => inForce.from)
    .sort()[0];
  // A plan that began as a statement before the Act is judged by the Act from its first day on.
  const on = oldest !== undefined && planMadeOn < oldest ? oldest : planMadeOn;
  const { pack, version } = packInForce('ehc', on);
  return { pack, version };
}
