// Records that the first contact was missed, and why: a child who was not brought made no choice.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { missedReasons, type MissedReason } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { DayOfFact } from './day-of-fact.js';

export class FirstContactMiss extends DayOfFact {
  @ApiProperty({ enum: missedReasons }) @IsIn(missedReasons) why: MissedReason;
  @ApiProperty({ description: 'Whether the date had been clearly communicated' })
  @IsBoolean()
  clearlyCommunicated: boolean;
}

export class MissFirstContact extends OnwardCommand {
  constructor(
    readonly id: string,
    readonly details: FirstContactMiss,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(MissFirstContact)
export class MissFirstContactHandler implements ICommandHandler<MissFirstContact> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, details, today, context }: MissFirstContact) {
    const { on = today, why, clearlyCommunicated } = details;
    return this.runner.run(wait, id, { type: 'MissFirstContact', on, why, clearlyCommunicated }, context);
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/first-contact/misses')
export class MissFirstContactController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Record that the first contact was missed', ['WAIT-03'])
  post(
    @Param('id') id: string,
    @Body() details: FirstContactMiss,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new MissFirstContact(id, details, today, context));
  }
}
