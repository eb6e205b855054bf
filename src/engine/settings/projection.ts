// The read model of the area's settings. Other projections look it up while they reckon dates, so it takes a page before them.
import type { Envelope } from '../../store/codec.js';
import { caseProjection } from '../processing/case-projection.js';
import type { Statements } from '../processing/statements.js';
import {
  areaSettings,
  type AreaSettings,
  type AreaSettingsEvent,
  type AreaSettingsFact,
} from './domain/area-settings.js';
import { settingTable } from './setting-table.js';

export const areaSettingsProjection = caseProjection<AreaSettings, AreaSettingsFact>(areaSettings, {
  name: 'area_settings',
  version: 1,
  tables: settingTable,
  lookedUp: true,
  write(_, { chosen }, db) {
    db.run('DELETE FROM area_setting');
    chosen.forEach(({ authority, setting, value, from, basis, on, eventId }, nth) =>
      db.run(
        'INSERT INTO area_setting (nth, authority, setting, value, from_on, basis, chosen_on, event_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        nth,
        authority ?? null,
        setting,
        String(value),
        from,
        basis,
        on,
        eventId,
      ),
    );
  },
});

/**
 * The cases whose dates are reckoned anew when a setting is chosen, for `alsoTouchedBy`: `all` asks for their ids, `ofAuthority` for those
 * of one authority; where none answers for a case, an authority's choice changes nothing. Rare, and as long as all its cases take.
 */
export function casesToReckonAnew(
  { type, data }: Envelope,
  db: Statements,
  all: string,
  ofAuthority?: string,
): readonly string[] {
  const chosen: AreaSettingsEvent['type'] = 'AreaSettingChosen';
  if (type !== chosen) return [];
  const { authority } = data as AreaSettingsEvent['data'];
  const rows = (sql: string | undefined, ...values: string[]) =>
    sql === undefined ? [] : db.all<{ id: string }>(sql, ...values);
  return (authority === undefined ? rows(all) : rows(ofAuthority, authority)).map(({ id }) => id);
}
