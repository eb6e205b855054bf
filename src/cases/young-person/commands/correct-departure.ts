// Corrects the date of a death or of a move away, with a reason: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { youngPerson } from '../domain/decide.js';
import { departures, type Departure } from '../../../engine/person/domain/events.js';
import { AboutPerson, Dated, dated, personRoute } from './about-person.js';

export class DepartureCorrection extends Dated {
  @ApiProperty({ enum: departures }) @IsIn(departures) departure: Departure;
  @ApiProperty({ example: '2026-05-01' }) @IsCivilDate() to: CivilDate;
  @ApiProperty({ description: 'What was wrong; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export class CorrectDeparture extends AboutPerson<Omit<DepartureCorrection, 'on'>> {}

@CommandHandler(CorrectDeparture)
export class CorrectDepartureHandler implements ICommandHandler<CorrectDeparture> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ personId, details, on, context }: CorrectDeparture) {
    return this.runner.run(youngPerson, personId, { ...details, type: 'CorrectDeparture', on }, context);
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class CorrectDepartureController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('departure-corrections')
  @CommandRoute('Correct the date of a death or a move; the old one stays in the history', ['REC-11', 'REC-24'])
  post(
    @Param('personId') personId: string,
    @Body() body: DepartureCorrection,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new CorrectDeparture(personId, ...dated(body, today), context));
  }
}
