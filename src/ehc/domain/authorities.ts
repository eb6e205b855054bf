// How an authority reads the rules that leave a choice, as of a day.
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Settings } from '../../rules/facts.js';
import data from './authorities.json' with { type: 'json' };

interface Reading {
  readonly from: string;
  readonly settings: Settings;
}

const known: Readonly<Record<string, readonly Reading[] | undefined>> = data.authorities;

/** The latest readings from on or before that day; undefined is the rule pack's defaults. */
export const settingsOf = (authority: string | undefined, on: CivilDate): Settings | undefined =>
  known[authority ?? '']?.filter(({ from }) => from <= on).at(-1)?.settings;
