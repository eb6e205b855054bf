// The rule pack of waits: which one a referral takes when it is received, and the bands of days waited (WAIT-10).
import { addDays, type CivilDate } from '../../kernel/calendar/index.js';
import { settingsFor, type Choices } from '../../rules/chosen-settings.js';
import { bandsOf, packInForce, type Band } from '../../rules/index.js';

export function packFor(receivedOn: CivilDate): { readonly pack: string; readonly packVersion: number } {
  const { pack, version } = packInForce('waiting', receivedOn);
  return { pack, packVersion: version };
}

/** Only a wait of 365 days leaves a choice (AMB-08): the day on which it began says which choice governs. */
const openDay = 365;

/** The published bands in force on the census date. */
export const bandsOn = (censusOn: CivilDate, choices: Choices): readonly Band[] =>
  bandsOf(packInForce('waiting', censusOn), 'WAIT-10', settingsFor(choices, undefined, addDays(censusOn, -openDay)));

/** From how many days on a wait that began on that day is over 52 weeks: 365, or 366 where that was chosen. */
export function over52From(choices: Choices, begun: CivilDate): number {
  const bands = bandsOf(packInForce('waiting', begun), 'WAIT-10', settingsFor(choices, undefined, begun));
  return bands.find(({ to }) => to === undefined)!.from;
}

/** The same for all who wait on a census day: who began later than 365 days before is below it, who began earlier beyond it, on either reading. */
export const over52On = (choices: Choices, censusOn: CivilDate): number =>
  over52From(choices, addDays(censusOn, -openDay));
