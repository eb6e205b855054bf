// Records the pre- or post-transition audit: DTO, command, handler and route.
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
import { beforeOrAfter } from '../domain/codes.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class CompleteTransitionAuditBody extends Dated {
  @ApiProperty({ enum: beforeOrAfter }) @IsIn(beforeOrAfter) which: (typeof beforeOrAfter)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 400) evidence?: string;
}

export class CompleteTransitionAudit extends AboutTransition<Omit<CompleteTransitionAuditBody, 'on'>> {}

@CommandHandler(CompleteTransitionAudit)
export class CompleteTransitionAuditHandler implements ICommandHandler<CompleteTransitionAudit> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: CompleteTransitionAudit) {
    return this.cases.runForService(id, { type: 'CompleteAudit', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class CompleteTransitionAuditController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('audits')
  @CommandRoute('Record the pre- or post-transition audit', ['AMB-12', 'AMB-13'])
  post(
    @Param('transitionId') id: string,
    @Body() body: CompleteTransitionAuditBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new CompleteTransitionAudit(id, ...dated(body, today), context));
  }
}
