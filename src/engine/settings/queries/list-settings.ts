// Every setting of the area: its default, and what was chosen for whom and since when.
import { question } from '../../use-cases/question.js';
import { ApiProperty } from '../../api/api-property.js';
import { noOne } from '../../access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { readState } from '../../processing/case-projection.js';
import { ReadSide } from '../../processing/read-side.js';
import { choosable, valueInWords } from '../../../rules/choosable.js';
import { heldReadings } from '../../../rules/held-readings.js';
import { areaSettingsId } from '../choices-then.js';
import type { AreaSettings, Basis } from '../domain/area-settings.js';
import { authoritiesWithPlans } from '../setting-table.js';

export class SettingOption {
  @ApiProperty() value: string;
  @ApiProperty() meaning: string;
}

export class SettingChoice {
  @ApiProperty({ required: false, nullable: true, description: 'Code of the authority; null is the whole area' })
  authority: string | null;
  @ApiProperty() value: string;
  @ApiProperty() meaning: string;
  @ApiProperty({ description: 'It governs what begins on this day or later' }) from: CivilDate;
  @ApiProperty() basis: Basis;
  @ApiProperty({ description: 'Day of the decision' }) on: CivilDate;
  @ApiProperty({ description: 'Event that says so' }) eventId: string;
}

export class SettingLine {
  @ApiProperty({ example: 'AMB-01' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty() default: string;
  @ApiProperty() defaultMeaning: string;
  @ApiProperty({ type: [SettingOption], description: 'Empty where it is a number' }) options: SettingOption[];
  @ApiProperty({ description: 'Whether an authority may choose it for its own plans; else it is the whole area’s' })
  byAuthority: boolean;
  @ApiProperty({ required: false, nullable: true, description: 'Where it is a number: of what' }) unit: string | null;
  @ApiProperty({ type: [SettingChoice], description: 'The latest first; empty where the default holds everywhere' })
  chosen: SettingChoice[];
}

export class HeldLine {
  @ApiProperty({ example: 'AMB-04' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'What holds everywhere' }) held: string;
  @ApiProperty({ description: 'Why it cannot be chosen' }) because: string;
}

export class SettingsView {
  @ApiProperty({ type: [SettingLine] }) items: SettingLine[];
  @ApiProperty({ type: [HeldLine], description: 'Readings that cannot be chosen here' }) held: readonly HeldLine[];
  @ApiProperty({ type: [String], description: 'Authorities whose plans are here' }) authorities: readonly string[];
  @ApiProperty({ description: 'Send it as If-Match with a change' }) revision: number;
}

export const listSettings = question({
  name: 'ListSettings',
  get: 'api/v1/area-settings',
  section: 'Area settings',
  tells: 'Every reading and service standard that leaves a choice: the default, and what was chosen',
  rules: ['EHC-93'],
  who: {
    roles: [
      'send-caseworker',
      'camhs-clinician',
      'adult-clinician',
      'specialist-nurse',
      'manager',
      'auditor',
      'records-manager',
    ],
    because: 'How the rules are read here is no secret: every date follows from it. Nothing about a person.',
  },
  answers: SettingsView,
  uses: [ReadSide],
  answer: (_, readSide): Promise<SettingsView> => {
    const { db } = readSide;
    const { chosen } = readState<AreaSettings>(db, 'area_settings', areaSettingsId) ?? { chosen: [] };
    const items = choosable.map(({ setting, byAuthority }): SettingLine => {
      const of = chosen.filter((each) => each.setting === setting.id).reverse();
      return {
        id: setting.id,
        title: setting.title,
        default: String(setting.default),
        defaultMeaning: valueInWords(setting, setting.default),
        options:
          'options' in setting ? Object.entries(setting.options).map(([value, meaning]) => ({ value, meaning })) : [],
        byAuthority,
        unit: 'options' in setting ? null : setting.unit,
        chosen: of.map(({ authority, value, from, basis, on, eventId }) => ({
          authority: authority ?? null,
          value: String(value),
          meaning: valueInWords(setting, value),
          from,
          basis,
          on,
          eventId,
        })),
      };
    });
    return Promise.resolve({
      items,
      held: heldReadings,
      authorities: authoritiesWithPlans(db),
      revision: chosen.length - 1,
    });
  },
  shows: noOne,
});
