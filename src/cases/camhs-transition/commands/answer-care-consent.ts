// Records whether the young person agrees to a Care Act assessment, and whether they are at risk: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { careConsents } from '../domain/codes.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class CareConsentBody extends Dated {
  @ApiProperty({ enum: careConsents }) @IsIn(careConsents) answer: (typeof careConsents)[number];
  @ApiProperty({ description: 'At risk of abuse or neglect: then the council must assess also against a refusal' })
  @IsBoolean()
  atRisk: boolean;
}

export class AnswerCareConsent extends AboutTransition<Omit<CareConsentBody, 'on'>> {}

@CommandHandler(AnswerCareConsent)
export class AnswerCareConsentHandler implements ICommandHandler<AnswerCareConsent> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: AnswerCareConsent) {
    return this.cases.run(id, { type: 'AnswerCareConsent', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class AnswerCareConsentController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('care/consent')
  @CommandRoute('Whether the young person agrees to a Care Act assessment', ['TRN-34'])
  post(
    @Param('transitionId') id: string,
    @Body() body: CareConsentBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new AnswerCareConsent(id, ...dated(body, today), context));
  }
}
