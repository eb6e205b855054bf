// Ends a contact of a young person: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { youngPerson } from '../domain/decide.js';
import { AboutPerson, Dated, dated, personRoute } from './about-person.js';

export class EndedContact extends Dated {
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

export class EndContact extends AboutPerson<Omit<EndedContact, 'on'> & { contactId: string }> {}

@CommandHandler(EndContact)
export class EndContactHandler implements ICommandHandler<EndContact> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ personId, details, on, context }: EndContact) {
    return this.runner.run(youngPerson, personId, { ...details, type: 'EndContact', on }, context);
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class EndContactController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('contacts/:contactId/end')
  @CommandRoute('End a contact', [])
  post(
    @Param('personId') personId: string,
    @Param('contactId') contactId: string,
    @Body() body: EndedContact,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    const [details, on] = dated(body, today);
    return this.dispatcher.send(new EndContact(personId, { ...details, contactId }, on, context));
  }
}
