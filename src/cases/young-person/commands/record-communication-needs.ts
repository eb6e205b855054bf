// Records how a young person is to be spoken and written to: DTO, command, handler and route.
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

export class CommunicationNeeds extends Dated {
  @ApiProperty({ required: false, description: 'Language for which an interpreter is needed' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  interpreter?: string;

  @ApiProperty({ required: false, example: 'easy read' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  accessibleFormat?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) notes?: string;
}

export class RecordCommunicationNeeds extends AboutPerson<Omit<CommunicationNeeds, 'on'>> {}

@CommandHandler(RecordCommunicationNeeds)
export class RecordCommunicationNeedsHandler implements ICommandHandler<RecordCommunicationNeeds> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ personId, details, on, context }: RecordCommunicationNeeds) {
    return this.runner.run(youngPerson, personId, { type: 'RecordCommunicationNeeds', on, needs: details }, context);
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class RecordCommunicationNeedsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('communication-needs')
  @CommandRoute('Record communication needs: replaces what was recorded before', [])
  post(
    @Param('personId') personId: string,
    @Body() body: CommunicationNeeds,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordCommunicationNeeds(personId, ...dated(body, today), context));
  }
}
