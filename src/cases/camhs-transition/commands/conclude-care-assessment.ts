// Records that the council concluded its Care Act assessment, or why there was none.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { careOutcomes, careRefusalGrounds } from '../domain/codes.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class CareConclusionBody extends Dated {
  @ApiProperty({ enum: careOutcomes }) @IsIn(careOutcomes) outcome: (typeof careOutcomes)[number];
  @ApiProperty({ required: false, enum: careRefusalGrounds })
  @IsOptional()
  @IsIn(careRefusalGrounds)
  ground?: (typeof careRefusalGrounds)[number];
  @ApiProperty({ required: false, description: 'Day on which the written reasons were given' })
  @IsOptional()
  @IsCivilDate()
  writtenReasonsOn?: CivilDate;
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  note?: string;
}

export const concludeCareAssessment = useCase({
  name: 'ConcludeCareAssessment',
  post: 'api/v1/transitions/:transitionId/care/conclusion',
  section: 'Transitions',
  does: 'The council concluded its Care Act assessment, or gave written reasons why not',
  rules: ['TRN-34'],
  who: {
    roles: ['system', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'The answer of the council, as it came (TRN-34).',
  },
  input: CareConclusionBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) =>
    cases.run(id, { type: 'ConcludeCareAssessment', on, ...details }, context),
});
