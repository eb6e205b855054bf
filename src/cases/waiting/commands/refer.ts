// Puts a referral on the waiting list: the clock starts on the day on which the provider received it.
import { Body, Controller, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { idFrom } from '../../../kernel/ids.js';
import {
  pathways,
  referralSources,
  urgencies,
  type Pathway,
  type ReferralSource,
  type Urgency,
} from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { packFor } from '../pack.js';
import { requireYoungPerson } from './require-young-person.js';

export class Referral {
  @ApiProperty() @IsString() @Length(1, 120) personId: string;
  @ApiProperty({ enum: pathways }) @IsIn(pathways) pathway: Pathway;
  @ApiProperty({ example: 'speech-and-language-therapy' }) @IsString() @Length(1, 120) service: string;
  @ApiProperty({ required: false, description: 'Default: your organisation' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  provider?: string;
  @ApiProperty({ required: false, description: 'Day on which the provider received it (default: today)' })
  @IsOptional()
  @IsCivilDate()
  receivedOn?: CivilDate;
  @ApiProperty({ enum: urgencies, required: false, default: 'routine' })
  @IsOptional()
  @IsIn(urgencies)
  urgency?: Urgency;
  @ApiProperty({ enum: referralSources, required: false }) @IsOptional() @IsIn(referralSources) source?: ReferralSource;
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reason?: string;
}

export class Refer extends OnwardCommand {
  constructor(
    readonly details: Referral,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(Refer)
export class ReferHandler implements ICommandHandler<Refer> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ details, today, context }: Refer) {
    const {
      receivedOn: on = today,
      provider = context.actor.organisation,
      urgency = 'routine',
      source = 'not-known',
      ...rest
    } = details;
    await requireYoungPerson(this.runner.journal, details.personId);
    const referral = { ...rest, provider, urgency, source, ...packFor(on) };
    return this.runner.run(wait, idFrom(context.commandId, 'wait'), { type: 'Refer', on, referral }, context);
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits')
export class ReferController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Put a referral on the waiting list', ['WAIT-01', 'WAIT-07'])
  post(
    @Body() details: Referral,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new Refer(details, today, context));
  }
}
