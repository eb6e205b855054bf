// Records whether a young person was found able to make a decision: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { youngPerson } from '../domain/decide.js';
import { competenceOutcomes, consentPurposeCodes } from '../../../engine/person/domain/events.js';
import { AboutPerson, Dated, dated, personRoute } from './about-person.js';

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

export class RecordCompetenceAssessment extends AboutPerson<Omit<NewCompetenceAssessment, 'on'>> {}

@CommandHandler(RecordCompetenceAssessment)
export class RecordCompetenceAssessmentHandler implements ICommandHandler<RecordCompetenceAssessment> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ personId, details, on, context }: RecordCompetenceAssessment) {
    return this.runner.run(youngPerson, personId, { type: 'AssessCompetence', on, assessment: details }, context);
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class RecordCompetenceAssessmentController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('competence-assessments')
  @CommandRoute('Record an assessment of competence (under 16) or capacity (from 16)', ['TRN-40', 'TRN-41'])
  post(
    @Param('personId') personId: string,
    @Body() body: NewCompetenceAssessment,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordCompetenceAssessment(personId, ...dated(body, today), context));
  }
}
