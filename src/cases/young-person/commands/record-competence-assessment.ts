// Records whether a young person was found able to make a decision.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { youngPerson } from '../domain/decide.js';
import { competenceOutcomes, consentPurposeCodes } from '../../../engine/person/domain/events.js';
import { Dated } from '../../../engine/use-cases/dated.js';

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

export const recordCompetenceAssessment = useCase({
  name: 'RecordCompetenceAssessment',
  post: 'api/v1/young-people/:personId/competence-assessments',
  section: 'Young people',
  does: 'Record an assessment of competence (under 16) or capacity (from 16)',
  rules: ['TRN-40', 'TRN-41'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse'],
    because: 'Those who work with the young person assess competence for a decision (TRN-41).',
  },
  input: NewCompetenceAssessment,
  uses: [CommandRunner],
  handle: ({ at: { personId }, details, on, context }, runner) =>
    runner.run(youngPerson, personId, { type: 'AssessCompetence', on, assessment: details }, context),
});
