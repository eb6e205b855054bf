// What may be asked of the page of the area and of its files: the day.
import { IsOptional } from 'class-validator';
import { IsCivilDate } from '../../api/validation.js';
import type { CivilDate } from '../../kernel/calendar/index.js';

export class AreaQuery {
  @IsOptional() @IsCivilDate() asOf?: CivilDate;
}
