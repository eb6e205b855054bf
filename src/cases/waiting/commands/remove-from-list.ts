// Takes a wait off the list, with the reason without which nobody leaves it.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { personThen } from '../../../engine/person/person-then.js';
import { removalReasons, type RemovalReason } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { DayOfFact } from './day-of-fact.js';

export class Removal extends DayOfFact {
  @ApiProperty({ enum: removalReasons }) @IsIn(removalReasons) reason: RemovalReason;
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  note?: string;
}

export class RemoveFromList extends OnwardCommand {
  constructor(
    readonly id: string,
    readonly details: Removal,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(RemoveFromList)
export class RemoveFromListHandler implements ICommandHandler<RemoveFromList> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ id, details, today, context }: RemoveFromList) {
    const { reason, note } = details;
    const diedOn = reason === 'died' ? await this.deathOf(id) : undefined;
    const on = details.on ?? (diedOn === undefined || diedOn === 'not-on-record' ? today : diedOn);
    return this.runner.run(wait, id, { type: 'Remove', on, reason, note, diedOn }, context);
  }

  private async deathOf(id: string): Promise<CivilDate | 'not-on-record'> {
    const { journal } = this.runner;
    const { state } = await journal.load(wait, id);
    const { diedOn } = await personThen(journal, state.personId ?? '');
    return diedOn ?? 'not-on-record';
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/removals')
export class RemoveFromListController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Take a wait off the list', ['WAIT-43'])
  post(
    @Param('id') id: string,
    @Body() details: Removal,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RemoveFromList(id, details, today, context));
  }
}
