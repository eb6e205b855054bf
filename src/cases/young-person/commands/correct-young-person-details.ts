// Corrects the details of a young person: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate, OneLine } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { youngPerson } from '../domain/decide.js';
import { sexes } from '../../../engine/person/domain/events.js';
import { AboutPerson, Dated, dated, personRoute } from './about-person.js';

export class CorrectedDetails extends Dated {
  @ApiProperty({ required: false }) @IsOptional() @OneLine() @IsString() @Length(1, 200) givenName?: string;
  @ApiProperty({ required: false }) @IsOptional() @OneLine() @IsString() @Length(1, 200) familyName?: string;
  @ApiProperty({ required: false, example: '2008-05-15' }) @IsOptional() @IsCivilDate() birthDate?: CivilDate;
  @ApiProperty({ required: false, enum: sexes }) @IsOptional() @IsIn(sexes) sex?: (typeof sexes)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 40) ethnicity?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(2, 12) postcode?: string;
  @ApiProperty({ description: 'Why they were wrong' }) @IsString() @Length(1, 4000) reason: string;
}

export class CorrectYoungPersonDetails extends AboutPerson<Omit<CorrectedDetails, 'on'>> {}

@CommandHandler(CorrectYoungPersonDetails)
export class CorrectYoungPersonDetailsHandler implements ICommandHandler<CorrectYoungPersonDetails> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ personId, details, on, context }: CorrectYoungPersonDetails) {
    return this.runner.run(youngPerson, personId, { type: 'CorrectDetails', on, details }, context);
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class CorrectYoungPersonDetailsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('details-corrections')
  @CommandRoute('Correct details of a young person', ['REC-11'])
  post(
    @Param('personId') personId: string,
    @Body() body: CorrectedDetails,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new CorrectYoungPersonDetails(personId, ...dated(body, today), context));
  }
}
