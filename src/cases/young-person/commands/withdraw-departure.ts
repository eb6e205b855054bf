// Takes back a death or a move away that was recorded in error: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { youngPerson } from '../domain/decide.js';
import { departures, type Departure } from '../../../engine/person/domain/events.js';
import { AboutPerson, Dated, dated, personRoute } from './about-person.js';

export class DepartureWithdrawal extends Dated {
  @ApiProperty({ enum: departures }) @IsIn(departures) departure: Departure;
  @ApiProperty({ description: 'What was wrong; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export class WithdrawDeparture extends AboutPerson<Omit<DepartureWithdrawal, 'on'>> {}

@CommandHandler(WithdrawDeparture)
export class WithdrawDepartureHandler implements ICommandHandler<WithdrawDeparture> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ personId, details, on, context }: WithdrawDeparture) {
    return this.runner.run(youngPerson, personId, { ...details, type: 'WithdrawDeparture', on }, context);
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class WithdrawDepartureController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('departure-withdrawals')
  @CommandRoute('Take back a death or a move that was recorded in error', ['REC-11', 'REC-24'])
  post(
    @Param('personId') personId: string,
    @Body() body: DepartureWithdrawal,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new WithdrawDeparture(personId, ...dated(body, today), context));
  }
}
