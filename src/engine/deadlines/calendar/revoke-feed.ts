// Revokes the address of one's own calendar: from now on it opens nothing.
import { Controller, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Context, Today } from '../../api/request.js';
import { CommandRoute } from '../../api/routes.js';
import { CommandRunner, type CommandResult } from '../../commands/command-runner.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { OnwardCommand } from '../../access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { feedIdOf } from './feed-address.js';
import { calendarFeed } from './feed-case.js';

export class RevokeCalendarFeed extends OnwardCommand {
  constructor(
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(RevokeCalendarFeed)
export class RevokeCalendarFeedHandler implements ICommandHandler<RevokeCalendarFeed> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ today: on, context }: RevokeCalendarFeed): Promise<CommandResult> {
    return this.runner.run(calendarFeed, feedIdOf(context.actor.id), { type: 'Revoke', on }, context);
  }
}

@ApiTags('Calendar')
@Controller('api/v1/calendar-feed/revocation')
export class RevokeCalendarFeedController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Revoke the address of your calendar')
  post(@Today() today: CivilDate, @Context() context: CommandContext): Promise<CommandResult> {
    return this.dispatcher.send(new RevokeCalendarFeed(today, context));
  }
}
