// Adds a contact of a young person: DTO, command, handler and route.
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
import { idFrom } from '../../../kernel/ids.js';
import { youngPerson } from '../domain/decide.js';
import { parentalResponsibilities, type ParentalResponsibility } from '../../../engine/person/domain/events.js';
import { AboutPerson, Dated, dated, personRoute } from './about-person.js';

export class NewContact extends Dated {
  @ApiProperty() @OneLine() @IsString() @Length(1, 200) name: string;
  @ApiProperty({ example: 'mother' }) @IsString() @Length(1, 100) relationship: string;

  @ApiProperty({ enum: parentalResponsibilities })
  @IsIn(parentalResponsibilities)
  parentalResponsibility: ParentalResponsibility;

  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 40) phone?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsEmail() @Length(1, 200) email?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 500) address?: string;
  @ApiProperty() @IsBoolean() mayBeContacted: boolean;
}

export class AddContact extends AboutPerson<Omit<NewContact, 'on'>> {}

@CommandHandler(AddContact)
export class AddContactHandler implements ICommandHandler<AddContact> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ personId, details, on, context }: AddContact) {
    const contact = { ...details, contactId: idFrom(context.commandId, 'contact') };
    return this.runner.run(youngPerson, personId, { type: 'AddContact', on, contact }, context);
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class AddContactController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('contacts')
  @CommandRoute('Add a contact', ['TRN-41'])
  post(
    @Param('personId') personId: string,
    @Body() body: NewContact,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new AddContact(personId, ...dated(body, today), context));
  }
}
