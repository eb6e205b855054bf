// A placement as the API takes it.
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, Matches } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { dfeSettings, placementKinds, residences, type PlacementKind } from '../domain/words.js';

/** URN: six digits; UKPRN: eight. */
export const digits = /^\d{1,10}$/;

export class Placement {
  @ApiProperty({ enum: placementKinds }) @IsIn(placementKinds) kind: PlacementKind;
  @ApiProperty({ required: false }) @IsOptional() @Matches(digits, { message: 'must be digits only' }) urn?: string;
  @ApiProperty({ required: false }) @IsOptional() @Matches(digits, { message: 'must be digits only' }) ukprn?: string;
  @ApiProperty({ required: false, description: 'DfE sensetting, where there is neither URN nor UKPRN' })
  @IsOptional()
  @IsIn(dfeSettings)
  setting?: string;
  @ApiProperty({ required: false, description: 'May lie ahead (EHC-46)' })
  @IsOptional()
  @IsCivilDate()
  from?: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() to?: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsBoolean() outOfArea?: boolean;
  @ApiProperty({ required: false }) @IsOptional() @IsIn(residences) residential?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsInt() rank?: number;
  @ApiProperty({ required: false }) @IsOptional() @IsBoolean() senUnit?: boolean;
  @ApiProperty({ required: false }) @IsOptional() @IsBoolean() resourcedProvision?: boolean;
}
