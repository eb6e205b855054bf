// Records why a case stays open to CAMHS past 18.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { past18Reasons } from '../domain/codes.js';
import { destinationCodes } from '../domain/destinations.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class RecordPast18ReasonBody extends Dated {
  @ApiProperty({ enum: past18Reasons }) @IsIn(past18Reasons) reason: (typeof past18Reasons)[number];
  @ApiProperty({ required: false, enum: destinationCodes, description: 'The adult service that agrees' })
  @IsOptional()
  @IsIn(destinationCodes)
  agreedWith?: string;
  @ApiProperty({ description: 'When to look at it again' }) @IsCivilDate() reviewOn: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) note?: string;
}

export const recordPast18Reason = useCase({
  name: 'RecordPast18Reason',
  post: 'api/v1/transitions/:transitionId/past-18',
  section: 'Transitions',
  does: 'Record why the case stays open to CAMHS past 18',
  rules: ['TRN-02', 'TRN-B2.8'],
  who: {
    roles: ['system', 'camhs-clinician', 'manager'],
    because: 'CAMHS answers for every case open past 18 (TRN-02).',
  },
  input: RecordPast18ReasonBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) =>
    cases.run(id, { type: 'RecordPast18Reason', on, ...details }, context),
});
