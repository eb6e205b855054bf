// Changes a contact of a young person: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { OneLine } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { youngPerson } from '../domain/decide.js';
import { parentalResponsibilities, type ParentalResponsibility } from '../../../engine/person/domain/events.js';
import { AboutPerson, Dated, dated, personRoute } from './about-person.js';

export class ChangedContact extends Dated {
  @ApiProperty({ required: false }) @IsOptional() @OneLine() @IsString() @Length(1, 200) name?: string;
  @ApiProperty({ required: false, example: 'mother' }) @IsOptional() @IsString() @Length(1, 100) relationship?: string;

  @ApiProperty({ required: false, enum: parentalResponsibilities })
  @IsOptional()
  @IsIn(parentalResponsibilities)
  parentalResponsibility?: ParentalResponsibility;

  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 40) phone?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsEmail() @Length(1, 200) email?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 500) address?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsBoolean() mayBeContacted?: boolean;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

export class ChangeContact extends AboutPerson<Omit<ChangedContact, 'on'> & { contactId: string }> {}

@CommandHandler(ChangeContact)
export class ChangeContactHandler implements ICommandHandler<ChangeContact> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ personId, details, on, context }: ChangeContact) {
    return this.runner.run(youngPerson, personId, { type: 'ChangeContact', on, contact: details }, context);
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class ChangeContactController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('contacts/:contactId/changes')
  @CommandRoute('Change a contact', [])
  post(
    @Param('personId') personId: string,
    @Param('contactId') contactId: string,
    @Body() body: ChangedContact,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    const [details, on] = dated(body, today);
    return this.dispatcher.send(new ChangeContact(personId, { ...details, contactId }, on, context));
  }
}
