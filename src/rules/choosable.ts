// The settings that an area may choose: those that a shipped rule pack names, once each.
import { invalid } from '../kernel/errors.js';
import { isHeld } from './held-readings.js';
import { shippedPacks } from './packs.js';
import type { RulePack, Setting } from './rule-pack.js';

/** A setting with the packs that read it; the same ID in two packs is the same setting. */
export interface Choosable {
  readonly setting: Setting;
  readonly packs: readonly RulePack[];
  /** An authority may choose it for its own plans; nothing else says which authority answers for it, and the choice would govern nothing. */
  readonly byAuthority: boolean;
}

export const choosable: readonly Choosable[] = [
  ...new Set(shippedPacks.flatMap(({ settings }) => settings.map(({ id }) => id))),
]
  .filter((id) => !isHeld(id))
  .sort()
  .map((id) => {
    const packs = shippedPacks.filter(({ settings }) => settings.some((each) => each.id === id));
    // The newest pack says what it is called now.
    const newest = [...packs].sort((a, b) => (a.inForce.from < b.inForce.from ? 1 : -1))[0]!;
    const byAuthority = packs.some(({ pathway }) => pathway === 'ehc');
    return { setting: newest.settings.find((each) => each.id === id)!, packs, byAuthority };
  });

/** Error: `invalid-input` for an ID that no pack knows. */
export function choosableSetting(id: string): Choosable {
  const found = choosable.find(({ setting }) => setting.id === id);
  if (!found) throw invalid('setting', `must be one of ${choosable.map(({ setting }) => setting.id).join(', ')}`);
  return found;
}

/** A typed value as the packs read it. Errors: `invalid-input` for what is no option, or no whole number from 1 to 999. */
export function settingValue({ setting }: Choosable, typed: string): string | number {
  if ('options' in setting) {
    if (setting.options[typed] === undefined)
      throw invalid('value', `must be one of ${Object.keys(setting.options).join(', ')}`, setting.id);
    return typed;
  }
  if (!/^[1-9]\d{0,2}$/.test(typed))
    throw invalid('value', `must be a whole number of ${setting.unit}, from 1 to 999`, setting.id);
  return Number(typed);
}

/**
 * A value of the history as the packs read it. It was checked when it was chosen; a later pack that knows no such setting or option any more
 * must not make the history unreadable.
 */
export const valueAsRecorded = (value: string): string | number => (/^\d+$/.test(value) ? Number(value) : value);

/** What a value means, in words: "calendar days", "7 days". */
export const valueInWords = (setting: Setting, value: string | number): string =>
  'options' in setting ? (setting.options[String(value)] ?? String(value)) : `${value} ${setting.unit}`;
