// Records a pre- or post-transition survey.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { beforeOrAfter, surveyOutcomes } from '../domain/codes.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class RecordTransitionSurveyBody extends Dated {
  @ApiProperty({ enum: beforeOrAfter }) @IsIn(beforeOrAfter) which: (typeof beforeOrAfter)[number];
  @ApiProperty({ enum: surveyOutcomes }) @IsIn(surveyOutcomes) outcome: (typeof surveyOutcomes)[number];
}

export const recordTransitionSurvey = useCase({
  name: 'RecordTransitionSurvey',
  post: 'api/v1/transitions/:transitionId/surveys',
  section: 'Transitions',
  does: 'Record a survey: completed, or offered and declined',
  rules: ['TRN-45'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician', 'specialist-nurse'],
    because: 'Whoever offered the survey records the answer (TRN-45).',
  },
  input: RecordTransitionSurveyBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) =>
    cases.runForService(id, { type: 'RecordSurvey', on, ...details }, context),
});
