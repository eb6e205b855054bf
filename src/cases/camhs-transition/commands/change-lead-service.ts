// Records the lead service and the crisis contact: DTO, command, handler and route.
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
import { leads } from '../domain/codes.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class ChangeLeadServiceBody extends Dated {
  @ApiProperty({ enum: leads }) @IsIn(leads) lead: (typeof leads)[number];
  @ApiProperty({ enum: leads }) @IsIn(leads) crisisContact: (typeof leads)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

export class ChangeLeadService extends AboutTransition<Omit<ChangeLeadServiceBody, 'on'>> {}

@CommandHandler(ChangeLeadService)
export class ChangeLeadServiceHandler implements ICommandHandler<ChangeLeadService> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: ChangeLeadService) {
    return this.cases.run(id, { type: 'ChangeLeadService', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class ChangeLeadServiceController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('lead-service')
  @CommandRoute('Record who leads and who is the contact in a crisis', ['TRN-B2.4', 'TRN-25'])
  post(
    @Param('transitionId') id: string,
    @Body() body: ChangeLeadServiceBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ChangeLeadService(id, ...dated(body, today), context));
  }
}
