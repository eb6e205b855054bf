// What may be asked of the register of phase transfers, and what it answers (EHC-40 to EHC-46).
import { ApiProperty } from '../../../engine/api/api-property.js';
import { MarkedPerson } from '../../../engine/person/person-marks.js';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { PageQuery } from '../../../engine/api/paging.js';
import { phases, type Phase } from '../domain/words.js';

/** How far a transfer has come; the last one that is on record. */
export const transferSteps = ['nothing', 'review-held', 'decision', 'amendment-notice', 'named'] as const;
export type TransferStep = (typeof transferSteps)[number];

const asFlag = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;
const asNumber = ({ value }: { value: unknown }): unknown => (value === undefined ? undefined : Number(value));

export class PhaseTransferQuery extends PageQuery {
  @ApiProperty({ required: false, description: 'Calendar year of the transfer (default: that of this school year)' })
  @IsOptional()
  @Transform(asNumber)
  @IsInt()
  @Min(2014)
  @Max(2100)
  year?: number;
  @ApiProperty({ required: false, enum: phases }) @IsOptional() @IsIn(phases) phase?: Phase;
  @ApiProperty({ required: false, enum: transferSteps }) @IsOptional() @IsIn(transferSteps) step?: TransferStep;
  @ApiProperty({ required: false, description: 'Past its limit and not named' })
  @IsOptional()
  @Transform(asFlag)
  @IsBoolean()
  late?: boolean;
  @ApiProperty({ required: false, description: 'Named worker of the young person' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  officer?: string;
  @ApiProperty({ required: false, description: 'URN of the school or college attended now' })
  @IsOptional()
  @IsString()
  @Length(1, 20)
  school?: string;
}

export class PhaseTransferRow extends MarkedPerson {
  @ApiProperty() planId: string;
  @ApiProperty() transferId: string;
  @ApiProperty() personId: string;
  @ApiProperty() person: string;
  @ApiProperty({ enum: phases }) phase: string;
  @ApiProperty({ description: 'First day at the next school or college' }) transferOn: string;
  @ApiProperty({ example: 'EHC-40' }) rule: string;
  @ApiProperty() key: string;
  @ApiProperty({ description: 'By when the final plan must name the next school (EHC-40, EHC-41, EHC-42)' })
  dueOn: string;
  @ApiProperty({ type: String, nullable: true }) metOn: string | null;
  @ApiProperty({ enum: ['due', 'overdue', 'absent', 'met', 'met late'] }) status: string;
  @ApiProperty({ enum: transferSteps }) step: TransferStep;
  @ApiProperty({ type: String, nullable: true }) reviewHeldOn: string | null;
  @ApiProperty({ type: String, nullable: true }) noticeOn: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'URN, or else UKPRN, attended now' }) school: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Its name; null where the list of schools does not have it',
  })
  schoolName: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'URN, or else UKPRN, that the final plan names' })
  next: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Its name; null where the list of schools does not have it',
  })
  nextName: string | null;
  @ApiProperty({ type: String, nullable: true }) officer: string | null;
}

export class StepCount {
  @ApiProperty({ enum: transferSteps }) step: TransferStep;
  @ApiProperty() transfers: number;
  @ApiProperty({ description: 'Of them past their limit and not named' }) late: number;
}

export class NotExpected extends MarkedPerson {
  @ApiProperty() planId: string;
  @ApiProperty() personId: string;
  @ApiProperty() person: string;
  @ApiProperty({ description: 'National-curriculum year in the school year before the transfer' }) yearGroup: number;
}

export class PhaseTransferRegister {
  @ApiProperty({ description: 'Calendar year of the transfer' }) year: number;
  @ApiProperty({ type: [StepCount] }) counts: readonly StepCount[];
  @ApiProperty({ description: 'In Year 6 or Year 11 with a plan and without a transfer on record: how many' })
  notExpectedCount: number;
  @ApiProperty({ type: [NotExpected], description: 'The first of them' }) notExpected: readonly NotExpected[];
  @ApiProperty({ type: [PhaseTransferRow] }) items: readonly PhaseTransferRow[];
  @ApiProperty({ required: false, description: 'Cursor of the next page' }) next?: string;
}
