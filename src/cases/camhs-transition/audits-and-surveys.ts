// The audits and the surveys before and after the transfer (AMB-12, AMB-13, TRN-45).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { beforeOrAfter, surveyOutcomes } from './domain/codes.js';
import { transitionEvents as events } from './domain/events.js';
import { opened } from './domain/guards.js';
import { bothSides, forService, transitionUseCase } from './transition-use-case.js';

type Which = (typeof beforeOrAfter)[number];
type SurveyOutcome = (typeof surveyOutcomes)[number];

export class CompleteTransitionAuditBody extends Dated {
  @ApiProperty({ enum: beforeOrAfter }) @IsIn(beforeOrAfter) which: Which;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 400) evidence?: string;
}

interface Audited {
  readonly on: CivilDate;
  readonly which: Which;
  readonly evidence?: string;
}

export const completeTransitionAudit = transitionUseCase({
  name: 'CompleteTransitionAudit',
  asks: 'CompleteAudit',
  post: 'api/v1/transitions/:transitionId/audits',
  does: 'Record the pre- or post-transition audit',
  rules: ['AMB-12', 'AMB-13'],
  who: {
    roles: [...bothSides, 'manager'],
    because: 'CAMHS audits before, adult services after (AMB-12, AMB-13).',
  },
  input: CompleteTransitionAuditBody,
  noForm: missing,
  run: forService(),
  decide({ on, which, evidence }: Audited, state) {
    opened(state);
    return [events.auditCompleted.fact(on, { which, evidence })];
  },
});

export class RecordTransitionSurveyBody extends Dated {
  @ApiProperty({ enum: beforeOrAfter }) @IsIn(beforeOrAfter) which: Which;
  @ApiProperty({ enum: surveyOutcomes }) @IsIn(surveyOutcomes) outcome: SurveyOutcome;
}

interface Surveyed {
  readonly on: CivilDate;
  readonly which: Which;
  readonly outcome: SurveyOutcome;
}

export const recordTransitionSurvey = transitionUseCase({
  name: 'RecordTransitionSurvey',
  asks: 'RecordSurvey',
  post: 'api/v1/transitions/:transitionId/surveys',
  does: 'Record a survey: completed, or offered and declined',
  rules: ['TRN-45'],
  who: {
    roles: [...bothSides, 'specialist-nurse'],
    because: 'Whoever offered the survey records the answer (TRN-45).',
  },
  input: RecordTransitionSurveyBody,
  noForm: missing,
  run: forService(),
  decide({ on, which, outcome }: Surveyed, state) {
    opened(state);
    return [events.surveyRecorded.fact(on, { which, outcome })];
  },
});
