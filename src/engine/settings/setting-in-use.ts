// What a report prints of a setting that its dates were reckoned under: the default, or what was chosen, for whom and since when.
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { words } from '../web/present/words.js';
import type { SettingChoice, SettingLine } from './queries/list-settings.js';

/**
 * The choices that a report of this day is reckoned under: all that are known now, also of a day before they were decided. Of two for the same
 * from one day the one that was made later holds, and stands first.
 */
export const choicesInUse = ({ chosen }: Pick<SettingLine, 'chosen'>, on: CivilDate): SettingChoice[] =>
  chosen.filter(
    ({ authority, from }, at) =>
      from <= on && chosen.findIndex((one) => one.authority === authority && one.from === from) === at,
  );

/** `inUse`: the events of the choices that hold for the report. */
export function settingInUse({ id, title, defaultMeaning, chosen }: SettingLine, inUse: readonly string[]): string {
  const said = chosen
    .filter(({ eventId }) => inUse.includes(eventId))
    .map(({ authority, meaning, from }) => {
      const whose = authority === null ? 'the whole area' : words(authority);
      return `${meaning}, chosen for ${whose} for what begins on ${formatDate(from)} or later`;
    });
  return `Setting ${id}, ${title}: ${[...said, `${defaultMeaning} (the default${said.length ? ' otherwise' : ''})`].join('; ')}.`;
}
