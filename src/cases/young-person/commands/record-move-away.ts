// Records that a young person moved away: DTO, command, handler and route.
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
import { departureSources, type DepartureSource } from '../../../engine/person/domain/events.js';
import { AboutPerson, Dated, dated, personRoute } from './about-person.js';

export class MoveAway extends Dated {
  @ApiProperty({ required: false, enum: departureSources, description: 'Who told of it (default: not recorded)' })
  @IsOptional()
  @IsIn(departureSources)
  source?: DepartureSource;
  @ApiProperty({ required: false, description: 'Code of the local authority moved to' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  toAuthority?: string;
  @ApiProperty({ required: false, description: 'Where to, in words' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  to?: string;
}

export class RecordMoveAway extends AboutPerson<Omit<MoveAway, 'on'>> {}

@CommandHandler(RecordMoveAway)
export class RecordMoveAwayHandler implements ICommandHandler<RecordMoveAway> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ personId, details, on, context }: RecordMoveAway) {
    const { source = 'not-recorded', ...rest } = details;
    return this.runner.run(youngPerson, personId, { type: 'RecordMoveAway', on, move: { ...rest, source } }, context);
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class RecordMoveAwayController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('moved-away')
  @CommandRoute('Record a move away', [])
  post(
    @Param('personId') personId: string,
    @Body() body: MoveAway,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordMoveAway(personId, ...dated(body, today), context));
  }
}
