// The history of an area's settings stays readable whatever the packs of later say.
import { civilDate as day } from '../../../kernel/calendar/index.js';
import { areaSettings, type AreaSettingsEvent } from './area-settings.js';

const past = (setting: string, value: string): AreaSettingsEvent => ({
  type: 'AreaSettingChosen',
  id: 'e1',
  recordedAt: '2026-06-01T09:00:00.000Z',
  occurredOn: day('2026-06-01'),
  data: { setting, value, from: day('2014-09-01'), basis: 'local-protocol' },
});

test('a choice of a setting, or of an option, that no pack knows any more is still there', () => {
  const events = [past('GONE-1', '7'), past('AMB-01', 'LENIENT')];
  const state = events.reduce((settings, event) => areaSettings.evolve(settings, event), areaSettings.initial);
  expect(state.chosen.map(({ setting, value }) => [setting, value])).toEqual([
    ['GONE-1', 7],
    ['AMB-01', 'LENIENT'],
  ]);
});

test('an authority chooses for its plans; what no plan is reckoned by is chosen for the whole area', () => {
  const choose = (setting: string, value: string, authority?: string) =>
    areaSettings.decide(
      {
        ...{ type: 'ChooseSetting', on: day('2026-06-01'), authority, setting, value },
        ...{ from: day('2026-01-01'), basis: 'local-protocol' },
      },
      areaSettings.initial,
    );
  expect(choose('AMB-01', 'ANNIVERSARY', '882')).toHaveLength(1);
  for (const [setting, value] of [
    ['AMB-08', 'FROM_366'],
    ['AMB-13', '14'],
    ['TRN-A4.4', '6'],
    ['TRN-27', '5'],
  ] as const) {
    expect(() => choose(setting, value, '882')).toThrow('whole area');
    expect(choose(setting, value)).toHaveLength(1);
  }
});
