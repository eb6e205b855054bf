// Makes the address of one's own calendar; an older one stops opening it.
import { Controller, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Context, Today } from '../../api/request.js';
import { CommandRoute } from '../../api/routes.js';
import { CommandRunner } from '../../commands/command-runner.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { OnwardCommand } from '../../access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { paths } from '../../web/paths.js';
import { feedIdOf, hashFeedToken, newFeedToken, opens } from './feed-address.js';
import { calendarFeed } from './feed-case.js';

export class MadeFeed {
  @ApiProperty({
    required: false,
    description: 'Path of the calendar. Told once, in this answer; the same request again does not tell it',
  })
  path?: string;
}

export class MakeCalendarFeed extends OnwardCommand<MadeFeed> {
  constructor(
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(MakeCalendarFeed)
export class MakeCalendarFeedHandler implements ICommandHandler<MakeCalendarFeed> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ today: on, context }: MakeCalendarFeed): Promise<MadeFeed> {
    const actorId = context.actor.id;
    const [feedId, token] = [feedIdOf(actorId), newFeedToken()];
    const command = { type: 'Make', on, actorId, tokenHash: hashFeedToken(token) } as const;
    await this.runner.run(calendarFeed, feedId, command, context);
    // The same form sent twice made one address, the first one's.
    const { state } = await this.runner.journal.load(calendarFeed, feedId);
    const mine = state.open !== undefined && opens(token, state.open.tokenHash);
    return mine ? { path: paths.calendar.feed({ feedId, token: `${token}.ics` }) } : {};
  }
}

@ApiTags('Calendar')
@Controller('api/v1/calendar-feed')
export class MakeCalendarFeedController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Make the address of your calendar; an older one stops')
  @ApiOkResponse({ type: MadeFeed })
  post(@Today() today: CivilDate, @Context() context: CommandContext): Promise<MadeFeed> {
    return this.dispatcher.send(new MakeCalendarFeed(today, context));
  }
}
