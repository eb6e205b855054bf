// What every command about a wait may say: the day on which it happened, when that was not today.
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';

export class DayOfFact {
  @ApiProperty({ required: false, example: '2026-05-15', description: 'Day on which it happened (default: today)' })
  @IsOptional()
  @IsCivilDate()
  on?: CivilDate;
}
