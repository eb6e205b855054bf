// Records whether the young person agrees to a Care Act assessment, and whether they are at risk.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { careConsents } from '../domain/codes.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class CareConsentBody extends Dated {
  @ApiProperty({ enum: careConsents }) @IsIn(careConsents) answer: (typeof careConsents)[number];
  @ApiProperty({ description: 'At risk of abuse or neglect: then the council must assess also against a refusal' })
  @IsBoolean()
  atRisk: boolean;
}

export const answerCareConsent = useCase({
  name: 'AnswerCareConsent',
  post: 'api/v1/transitions/:transitionId/care/consent',
  section: 'Transitions',
  does: 'Whether the young person agrees to a Care Act assessment',
  rules: ['TRN-34'],
  who: {
    roles: ['system', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'Whoever asked records the answer (TRN-34).',
  },
  input: CareConsentBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) =>
    cases.run(id, { type: 'AnswerCareConsent', on, ...details }, context),
});
