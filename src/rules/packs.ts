// The rule packs that ship with Onward, read and checked once, and those that a kind of case brings along.
import { loadPacks } from './load-packs.js';
import { registerPacks, type Packs } from './register-packs.js';
import type { RulePack } from './rule-pack.js';

const shipped = loadPacks();
let packs: Packs = shipped;

export const shippedPacks = shipped.all;

/** The shipped packs and these. Error: `invalid-input` when two have one name and version. */
export function usePacks(further: readonly RulePack[]): void {
  packs = further.length === 0 ? shipped : registerPacks([...shipped.all, ...further]);
}

export const allPacks = (): readonly RulePack[] => packs.all;

/** The pack that a case starting on this day takes: the latest that is in force (EHC-93). */
export const packInForce: Packs['packInForce'] = (...asked) => packs.packInForce(...asked);

/** The pack that a case has pinned, however old. */
export const packByVersion: Packs['packByVersion'] = (...asked) => packs.packByVersion(...asked);
