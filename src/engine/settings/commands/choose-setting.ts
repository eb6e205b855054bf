// Chooses how the area, or one authority, reads a rule that leaves a choice (AMB-01 to AMB-23).
import { useCase } from '../../use-cases/use-case.js';
import { ApiProperty } from '../../api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../api/field-checks.js';
import { CommandRunner, type CommandResult } from '../../commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { invalid } from '../../../kernel/errors.js';
import { OnDay } from '../../use-cases/dated.js';
import { paths } from '../../web/paths.js';
import { ReadSide } from '../../processing/read-side.js';
import { choosable } from '../../../rules/choosable.js';
import { areaSettingsId } from '../choices-then.js';
import { areaSettings, bases, type Basis } from '../domain/area-settings.js';
import { authoritiesWithPlans } from '../setting-table.js';

const ids = choosable.map(({ setting }) => setting.id);

export class ChosenSetting {
  @OnDay('Day of the decision') on?: CivilDate;
  @ApiProperty({
    required: false,
    description: 'Code of the authority whose plans it governs; left out, the whole area',
  })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  authority?: string;
  @ApiProperty({ enum: ids }) @IsIn(ids) setting: string;
  @ApiProperty({ description: "Name of the option, or a whole number in the setting's unit", example: 'ANNIVERSARY' })
  @IsString()
  @Length(1, 60)
  value: string;
  @ApiProperty({ description: 'It governs what begins on this day or later', example: '2026-09-01' })
  @IsCivilDate()
  from: CivilDate;
  @ApiProperty({ enum: bases }) @IsIn(bases) basis: Basis;
}

/** Error: `invalid-input` for an authority that maintains no plan here. */
export const chooseSetting = useCase({
  name: 'ChooseSetting',
  post: 'api/v1/area-settings',
  section: 'Area settings',
  does: 'Choose how a rule that leaves a choice is read, from a day on',
  rules: ['EHC-93'],
  who: {
    roles: ['manager'],
    because: 'How an authority reads a rule that leaves a choice is its own decision, taken by who answers for it.',
  },
  input: ChosenSetting,
  page: paths.settings.choose.pattern,
  uses: [CommandRunner, ReadSide],
  handle: async ({ details, on, context }, runner, readSide): Promise<CommandResult> => {
    const { authority } = details;
    const known = authoritiesWithPlans(readSide.db);
    if (authority !== undefined && !known.includes(authority))
      throw invalid('authority', `must be one whose plans are here: ${known.join(', ') || 'there are none yet'}`);
    return runner.run(areaSettings, areaSettingsId, { type: 'ChooseSetting', ...details, on }, context);
  },
});
