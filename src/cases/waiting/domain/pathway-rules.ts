// Which facts stop the clock of which pathway: data, because the national combinations change (WAIT-22).
import { latest, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Pathway } from './codes.js';
import rules from './pathways.json' with { type: 'json' };
import type { Dated, Wait } from './state.js';

type StopsAt = 'person' | 'first-contact' | 'help';

export const stopsAt = (pathway: Pathway): StopsAt => rules.stopsAt[pathway] as StopsAt;

/** Whose desk it is on when something about a wait has to be done at once. */
export const heldBy = (pathway: Pathway): string => rules.heldBy[pathway];

/** The day on which help counts as started: when the last of the needed elements was recorded (WAIT-22). */
export function helpStartedOn({ firstContact, help }: Pick<Wait, 'firstContact' | 'help'>): CivilDate | undefined {
  const recorded: Readonly<Record<string, Dated | undefined>> = { ...help, 'first-contact': firstContact };
  const groups = rules.helpElements.map((group) => group.flatMap((element) => recorded[element]?.on ?? []).sort()[0]);
  const [first, ...rest] = groups.flatMap((on) => on ?? []);
  return first !== undefined && rest.length === groups.length - 1 ? latest(first, ...rest) : undefined;
}
