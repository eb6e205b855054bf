// Records a discharge from the adult service: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { dischargeReasons } from '../domain/codes.js';
import { servicesThatLetGo } from '../domain/receiving.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class DischargeFromAdultServiceBody extends Dated {
  @ApiProperty({ enum: dischargeReasons }) @IsIn(dischargeReasons) reason: (typeof dischargeReasons)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) note?: string;
}

export class DischargeFromAdultService extends AboutTransition<Omit<DischargeFromAdultServiceBody, 'on'>> {}

@CommandHandler(DischargeFromAdultService)
export class DischargeFromAdultServiceHandler implements ICommandHandler<DischargeFromAdultService> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: DischargeFromAdultService) {
    const command = { type: 'DischargeFromAdultService', on, ...details } as const;
    return this.cases.runForService(id, command, context, servicesThatLetGo);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class DischargeFromAdultServiceController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('adult-discharge')
  @CommandRoute('Record a discharge from the adult service; never on a first missed appointment', ['TRN-27'])
  post(
    @Param('transitionId') id: string,
    @Body() body: DischargeFromAdultServiceBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new DischargeFromAdultService(id, ...dated(body, today), context));
  }
}
