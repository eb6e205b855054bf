// Records the joint care plan with its signatures and promises.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { contactKinds, familySignatures, youngPersonSignatures } from '../domain/codes.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class PromisedContactBody {
  @ApiProperty({ enum: contactKinds }) @IsIn(contactKinds) kind: (typeof contactKinds)[number];
  @ApiProperty({ minimum: 1, maximum: 366 }) @IsInt() @Min(1) @Max(366) everyDays: number;
  @ApiProperty({ description: 'The service or role that promises it' }) @IsString() @Length(1, 60) by: string;
}

export class AgreeJointPlanBody extends Dated {
  @ApiProperty({ enum: youngPersonSignatures })
  @IsIn(youngPersonSignatures)
  youngPerson: (typeof youngPersonSignatures)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
  @ApiProperty({ enum: familySignatures }) @IsIn(familySignatures) family: (typeof familySignatures)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) familyReason?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() copyGivenOn?: CivilDate;
  @ApiProperty({ type: [PromisedContactBody] })
  @ValidateNested({ each: true })
  @Type(() => PromisedContactBody)
  @ArrayMaxSize(10)
  promisedContacts: PromisedContactBody[];
}

export const agreeJointPlan = useCase({
  name: 'AgreeJointPlan',
  post: 'api/v1/transitions/:transitionId/plan',
  section: 'Transitions',
  does: 'Record the joint care plan: signed, or declined and why',
  rules: ['TRN-45', 'AMB-14', 'TRN-08'],
  who: {
    roles: ['system', 'camhs-clinician', 'specialist-nurse'],
    because: 'The plan is written where the young person is known (TRN-A3.3, TRN-B2.5).',
  },
  input: AgreeJointPlanBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) =>
    cases.run(id, { type: 'AgreeJointPlan', on, ...details }, context),
});
