// Whether a young person was found able to make a decision: competence under 16, capacity from 16 (TRN-40, TRN-41).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import {
  competenceOutcomes,
  consentPurposeCodes,
  youngPersonEvents as events,
  type DataOf,
} from '../../engine/person/domain/events.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid } from '../../kernel/errors.js';
import { personUseCase } from './person-use-case.js';

export class NewCompetenceAssessment extends Dated {
  @ApiProperty({ enum: consentPurposeCodes }) @IsIn(consentPurposeCodes) purpose: string;

  @ApiProperty({ required: false, description: 'Organisation or service that the decision is about (default: any)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  recipient?: string;

  @ApiProperty({ enum: competenceOutcomes }) @IsIn(competenceOutcomes) outcome: (typeof competenceOutcomes)[number];
  @ApiProperty({ description: 'Who assessed' }) @IsString() @Length(1, 200) assessedBy: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) notes?: string;
}

interface Assessed {
  readonly on: CivilDate;
  readonly assessment: DataOf<'competenceAssessed'>;
}

export const recordCompetenceAssessment = personUseCase({
  name: 'RecordCompetenceAssessment',
  asks: 'AssessCompetence',
  post: 'api/v1/young-people/:personId/competence-assessments',
  does: 'Record an assessment of competence (under 16) or capacity (from 16)',
  rules: ['TRN-40', 'TRN-41'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse'],
    because: 'Those who work with the young person assess competence for a decision (TRN-41).',
  },
  input: NewCompetenceAssessment,
  command: ({ details: assessment, on }) => ({ on, assessment }),
  /** Who assessed, when, for which decision, with what outcome (TRN-41). */
  decide({ on, assessment }: Assessed) {
    if (assessment.assessedBy.trim() === '') throw invalid('assessedBy', 'must say who assessed', 'TRN-41');
    return [events.competenceAssessed.fact(on, assessment)];
  },
  noForm: missing,
});
