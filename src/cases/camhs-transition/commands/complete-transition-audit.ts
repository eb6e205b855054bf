// Records the pre- or post-transition audit.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { beforeOrAfter } from '../domain/codes.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class CompleteTransitionAuditBody extends Dated {
  @ApiProperty({ enum: beforeOrAfter }) @IsIn(beforeOrAfter) which: (typeof beforeOrAfter)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 400) evidence?: string;
}

export const completeTransitionAudit = useCase({
  name: 'CompleteTransitionAudit',
  post: 'api/v1/transitions/:transitionId/audits',
  section: 'Transitions',
  does: 'Record the pre- or post-transition audit',
  rules: ['AMB-12', 'AMB-13'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician', 'manager'],
    because: 'CAMHS audits before, adult services after (AMB-12, AMB-13).',
  },
  input: CompleteTransitionAuditBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) =>
    cases.runForService(id, { type: 'CompleteAudit', on, ...details }, context),
});
