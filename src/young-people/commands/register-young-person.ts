// Registers a young person: DTO, command, handler and route.
import { Body, Controller, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../api/request.js';
import { CommandRoute } from '../../api/routes.js';
import { IsCivilDate } from '../../api/validation.js';
import { CommandRunner, type CommandResult } from '../../event-store/command-runner.js';
import { Dispatcher } from '../../identity/dispatcher.js';
import { OnwardCommand } from '../../identity/messages.js';
import type { CivilDate } from '../../kernel/calendar/civil-date.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { idFrom } from '../../ops/ids.js';
import { youngPerson } from '../domain/decide.js';
import { sendStatuses } from '../domain/events.js';

export class NewYoungPerson {
  @ApiProperty() @IsString() @Length(1, 200) givenName: string;
  @ApiProperty() @IsString() @Length(1, 200) familyName: string;
  @ApiProperty({ example: '2008-05-15' }) @IsCivilDate() birthDate: CivilDate;
  @ApiProperty({ enum: sendStatuses, required: false }) @IsOptional() @IsIn(sendStatuses) sendStatus?: (typeof sendStatuses)[number];
}

export class RegisterYoungPerson extends OnwardCommand {
  constructor(
    readonly details: NewYoungPerson,
    readonly on: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(RegisterYoungPerson)
export class RegisterYoungPersonHandler implements ICommandHandler<RegisterYoungPerson> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ details, on, context }: RegisterYoungPerson) {
    const { sendStatus = 'not-known', ...rest } = details;
    const id = idFrom(context.commandId, 'young-person');
    const responsible = context.actor.organisation;
    return this.runner.run(youngPerson, id, { type: 'Register', on, details: { ...rest, sendStatus, responsible } }, context);
  }
}

@ApiTags('Young people')
@Controller('api/v1/young-people')
export class RegisterYoungPersonController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Register a young person', ['REC-24', 'REC-34'])
  post(@Body() details: NewYoungPerson, @Today() on: CivilDate, @Context() context: CommandContext): Promise<CommandResult> {
    return this.dispatcher.send(new RegisterYoungPerson(details, on, context));
  }
}
