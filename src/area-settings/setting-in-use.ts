// What a report prints of a setting that its dates were reckoned under: the default, or what was chosen, for whom and since when.
import { formatDate, type CivilDate } from '../kernel/calendar/index.js';
import { words } from '../web/present/words.js';
import type { SettingLine } from './queries/list-settings.js';

export function settingInUse({ id, title, defaultMeaning, chosen }: SettingLine, on: CivilDate): string {
  const known = chosen.filter(({ from, on: decided }) => from <= on && decided <= on);
  const said = known.map(({ authority, meaning, from }) => {
    const whose = authority === null ? 'the whole area' : words(authority);
    return `${meaning}, chosen for ${whose} for what begins on ${formatDate(from)} or later`;
  });
  return `Setting ${id}, ${title}: ${[...said, `${defaultMeaning} (the default${said.length ? ' otherwise' : ''})`].join('; ')}.`;
}
