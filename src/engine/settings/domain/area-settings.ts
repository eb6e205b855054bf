// The settings of an area: how it reads the rules that leave a choice, each chosen from a day on and never edited (section 12 of the rules, AMB).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CaseType } from '../../../kernel/decider.js';
import { invalid } from '../../../kernel/errors.js';
import { defineEvent, field, type FactOf, type PastEventOf } from '../../../kernel/events.js';
import { choosableSetting, settingValue, valueAsRecorded } from '../../../rules/choosable.js';
import type { Choices } from '../../../rules/chosen-settings.js';

/** Why it is read so: a code, since free text could name somebody. */
export const bases = [
  'law-or-tribunal',
  'statutory-guidance',
  'policy-of-the-authority',
  'local-protocol',
  'was-wrong',
] as const;
export type Basis = (typeof bases)[number];

export const areaSettingsEvents = {
  /** Occurs on the day of the decision. */
  chosen: defineEvent('AreaSettingChosen', {
    /** Code of the authority whose cases it governs; left out for the whole area. */
    authority: field.optional(field.id()),
    /** ID of the setting in the rule packs (`AMB-01`). */
    setting: field.id(),
    /** Name of the option, or the number in the setting's unit. */
    value: field.id(),
    /** It governs what begins on this day or later (EHC-93). */
    from: field.date(),
    basis: field.code(bases),
  }),
};

export type AreaSettingsFact = FactOf<typeof areaSettingsEvents>;
export type AreaSettingsEvent = PastEventOf<typeof areaSettingsEvents>;

export interface ChooseAreaSetting {
  readonly type: 'ChooseSetting';
  readonly on: CivilDate;
  readonly authority?: string;
  readonly setting: string;
  readonly value: string;
  readonly from: CivilDate;
  readonly basis: Basis;
}

export interface AreaSettings {
  readonly chosen: readonly (Choices[number] & {
    readonly on: CivilDate;
    readonly eventId: string;
    readonly basis: Basis;
  })[];
}

export const areaSettings: CaseType<ChooseAreaSetting, AreaSettings, AreaSettingsFact> = {
  category: 'areaSettings',
  noun: 'area settings',
  events: areaSettingsEvents,
  initial: { chosen: [] },
  decide,
  evolve,
  subjectOf: () => undefined,
};

/** Errors: `invalid-input` for a setting, a value or an authority that there cannot be. What holds already adds nothing. */
function decide({ type: _, on, ...choice }: ChooseAreaSetting, { chosen }: AreaSettings): readonly AreaSettingsFact[] {
  const { authority, setting, value, from } = choice;
  if (authority !== undefined && !/^[a-z0-9][a-z0-9-]{1,59}$/.test(authority))
    throw invalid('authority', 'must be the code of an authority', setting);
  const choosable = choosableSetting(setting);
  if (authority !== undefined && !choosable.byAuthority)
    throw invalid(
      'authority',
      'must be left out: it is no rule about plans, and is chosen for the whole area',
      setting,
    );
  const wanted = settingValue(choosable, value);
  const same = (each: Choices[number]) =>
    each.authority === authority && each.setting === setting && each.from === from;
  return chosen.findLast(same)?.value === wanted ? [] : [areaSettingsEvents.chosen.fact(on, choice)];
}

function evolve(settings: AreaSettings, event: AreaSettingsEvent): AreaSettings {
  const { authority, setting, value, from, basis } = event.data;
  const choice = { authority, setting, value: valueAsRecorded(value), from };
  return { chosen: [...settings.chosen, { ...choice, basis, on: event.occurredOn, eventId: event.id }] };
}
