// Every reading that a rule leaves open can be chosen, or says why not.
import { choosable } from './choosable.js';
import { heldReadings, isHeld } from './held-readings.js';
import { shippedPacks } from './packs.js';

const chosen = choosable.map(({ setting }) => setting.id);

test('AMB-01 to AMB-27: each is choosable or held with its reason, and none is both', () => {
  const all = Array.from({ length: 27 }, (_, index) => `AMB-${String(index + 1).padStart(2, '0')}`);
  const known = [...chosen, ...heldReadings.map(({ id }) => id)].filter((id) => id.startsWith('AMB-'));
  expect(known.sort()).toEqual(all);
});

test('whatever setting a pack names is choosable, unless it is held', () => {
  const named = new Set(shippedPacks.flatMap(({ settings }) => settings.map(({ id }) => id)));
  expect([...named].filter((id) => !isHeld(id)).sort()).toEqual([...chosen].sort());
  expect(chosen).toEqual(expect.arrayContaining(['AMB-08', 'AMB-13', 'EHC-62', 'EHC-66', 'EHC-72', 'TRN-A4.4']));
});
