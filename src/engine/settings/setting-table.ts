// The rows of the settings that were chosen: what whoever reckons a deadline looks up.
import type { Statements } from '../processing/statements.js';
import { table } from '../processing/table.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { valueAsRecorded } from '../../rules/choosable.js';
import type { Choices } from '../../rules/chosen-settings.js';

export const areaSetting = table(
  'area_setting',
  {
    /** Of the area's settings as a whole: there is one stream of them. */
    area: 'text',
    nth: 'whole',
    authority: 'text?',
    setting: 'text',
    value: 'text',
    from_on: 'text',
    basis: 'text',
    chosen_on: 'text',
    event_id: 'text',
  },
  { key: ['area', 'nth'] },
);

interface SettingRow {
  readonly authority: string | null;
  readonly setting: string;
  readonly value: string;
  readonly from_on: CivilDate;
}

/** In the order in which they were made. */
export const choicesIn = (db: Statements): Choices =>
  db
    .all<SettingRow>('SELECT authority, setting, value, from_on FROM area_setting ORDER BY nth')
    .map(({ authority, setting, value, from_on }) => ({
      authority: authority ?? undefined,
      setting,
      value: valueAsRecorded(value),
      from: from_on,
    }));

/** The code of every authority that maintains a plan here: a setting can be chosen for no other. */
export const authoritiesWithPlans = (db: Statements): readonly string[] =>
  db
    .all<{ authority: string }>('SELECT DISTINCT authority FROM ehc_plan ORDER BY authority')
    .map(({ authority }) => authority);
