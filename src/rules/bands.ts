// Bands of days waited, as data of a pack (WAIT-10, WAIT-41: always from days, never from rounded weeks).
import { invalid, notFound } from '../kernel/errors.js';
import type { Settings } from './facts.js';
import type { Band, BandTable, RulePack } from './rule-pack.js';
import { chosenOption } from './settings.js';

export function bandsOf(pack: RulePack, id: string, settings: Settings = {}): readonly Band[] {
  const applies = ({ when }: BandTable) =>
    when === undefined || chosenOption(pack, when.setting, settings).option === when.is;
  const table = pack.bands?.find((each) => each.id === id && applies(each));
  if (table === undefined) throw notFound('table of bands', `${pack.pack} v${pack.version} ${id}`);
  return table.bands;
}

/** The band of a wait of so many whole days. */
export function bandOf(pack: RulePack, id: string, days: number, settings?: Settings): Band {
  const band = bandsOf(pack, id, settings).find(({ from, to = Infinity }) => from <= days && days <= to);
  if (band === undefined) throw invalid('days', 'a wait is a whole number of days, not negative', id);
  return band;
}
