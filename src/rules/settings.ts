// Readings and service standards in use: what was chosen, or the pack's default.
import { invalid } from '../kernel/errors.js';
import type { Settings } from './facts.js';
import type { RulePack, Setting } from './rule-pack.js';

const settingOf = (pack: RulePack, id: string): Setting => {
  const setting = pack.settings.find((each) => each.id === id);
  if (setting === undefined) throw invalid(id, `${pack.pack} v${pack.version} has no such setting`);
  return setting;
};

/** The reading in use and its meaning in words. */
export function chosenOption(pack: RulePack, id: string, settings: Settings): { option: string; meaning: string } {
  const setting = settingOf(pack, id);
  if (!('options' in setting)) throw invalid(id, 'is a number, not a choice of readings', id);
  const option = String(settings[id] ?? setting.default);
  const meaning = setting.options[option];
  if (meaning === undefined) throw invalid(id, `must be one of ${Object.keys(setting.options).join(', ')}`, id);
  return { option, meaning };
}

/** The figure of a service standard in use. */
export function chosenNumber(pack: RulePack, id: string, settings: Settings): number {
  const setting = settingOf(pack, id);
  if ('options' in setting) throw invalid(id, 'is a choice of readings, not a number', id);
  const chosen = settings[id] ?? setting.default;
  const { unit, least = 1 } = setting;
  if (typeof chosen === 'number' && Number.isInteger(chosen) && chosen >= least) return chosen;
  throw invalid(id, `must be a whole number of ${unit}, at least ${least}`, id);
}

/** Every setting of the pack with what is in use, for printing beside figures. */
export function settingsInUse(pack: RulePack, settings: Settings = {}): Readonly<Record<string, string | number>> {
  const inUse = (setting: Setting) =>
    'options' in setting ? chosenOption(pack, setting.id, settings).option : chosenNumber(pack, setting.id, settings);
  return Object.fromEntries(pack.settings.map((setting) => [setting.id, inUse(setting)]));
}

/** The option that is not in use, to be shown for comparison. */
export function otherOption(pack: RulePack, id: string, settings: Settings): { option: string; meaning: string } {
  const { option } = chosenOption(pack, id, settings);
  const setting = settingOf(pack, id);
  const other = 'options' in setting ? Object.entries(setting.options).find(([each]) => each !== option) : undefined;
  if (other === undefined) throw invalid(id, 'has no other reading to compare with', id);
  return { option: other[0], meaning: other[1] };
}
