// Records the death of a young person: DTO, command, handler and route.
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
import { Clock } from '../../../kernel/clock.js';
import { youngPerson } from '../domain/decide.js';
import { departureSources, type DepartureSource } from '../../../engine/person/domain/events.js';
import { AboutPerson, Dated, dated, personRoute } from './about-person.js';

export class Death extends Dated {
  @ApiProperty({ required: false, enum: departureSources, description: 'Who told of it (default: not recorded)' })
  @IsOptional()
  @IsIn(departureSources)
  source?: DepartureSource;
  @ApiProperty({ required: false, description: 'Why the date recorded before was wrong' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  correctionReason?: string;
}

export class RecordDeath extends AboutPerson<Omit<Death, 'on'>> {}

@CommandHandler(RecordDeath)
export class RecordDeathHandler implements ICommandHandler<RecordDeath> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly clock: Clock,
  ) {}

  execute({ personId, details, on, context }: RecordDeath) {
    const correctedOn = this.clock.today();
    return this.runner.run(youngPerson, personId, { ...details, type: 'RecordDeath', on, correctedOn }, context);
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class RecordDeathController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('death')
  @CommandRoute('Record a death; `on` is its date', ['REC-11'])
  post(
    @Param('personId') personId: string,
    @Body() body: Death,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordDeath(personId, ...dated(body, today), context));
  }
}
