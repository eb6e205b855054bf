// What may be asked of the page of the area and of its files: the day, and how exact.
import { IsIn, IsOptional } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/field-checks.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { profileNames, type ProfileName } from '../publication/profiles.js';

export class AreaQuery {
  @IsOptional() @IsCivilDate() asOf?: CivilDate;
  /** How exactly the counts are shown (REC-41); internal when left out. */
  @IsOptional() @IsIn(profileNames) profile?: ProfileName;
}
