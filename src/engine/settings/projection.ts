// The read model of the area's settings. Other projections look it up while they reckon dates, so it takes a page before them.
import type { Envelope } from '../../store/codec.js';
import { caseProjection } from '../processing/case-projection.js';
import type { Statements } from '../processing/statements.js';
import { areaSettings, type AreaSettingsEvent } from './domain/area-settings.js';
import { areaSetting } from './setting-table.js';

export const areaSettingsProjection = caseProjection(areaSettings, {
  name: 'area_settings',
  version: 2,
  tables: { area_setting: areaSetting },
  lookedUp: true,
  rows: (area, { chosen }) => ({
    area_setting: chosen.map(({ authority, setting, value, from, basis, on, eventId }, nth) => ({
      ...{ area, nth, authority, setting, value: String(value) },
      ...{ from_on: from, basis, chosen_on: on, event_id: eventId },
    })),
  }),
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
