// "Your calendar": make the address, see it once, revoke it.
import { Body, Get, Post, Req } from '@nestjs/common';
import { Dispatcher } from '../../access/dispatcher.js';
import { newId } from '../../../kernel/ids.js';
import type { PageRequest } from '../../web/http.js';
import { PageController } from '../../web/page-controller.js';
import { page, redirect, type Page, type Redirect } from '../../web/page.js';
import { absolute } from '../../web/absolute-address.js';
import { paths } from '../../web/paths.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { getCalendarFeed } from './get-feed.js';
import { makeCalendarFeed } from './make-feed.js';
import { revokeCalendarFeed } from './revoke-feed.js';

@PageController()
export class CalendarPage {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.calendar.mine.pattern)
  show(@VisitOf() visit: Visit): Promise<Page> {
    return this.page(visit, {});
  }

  /** Answers the page itself: the address is told once, and stands in no cookie and no link. */
  @Post(paths.calendar.mine.pattern)
  async make(@VisitOf() visit: Visit, @Req() request: PageRequest): Promise<Page> {
    const { path } = await this.dispatcher.send(makeCalendarFeed.of({}, {}, visit.command));
    const address = path && absolute(path, request);
    return this.page(visit, { address, told: path === undefined });
  }

  @Post(paths.calendar.revoke.pattern)
  async revoke(@VisitOf() visit: Visit, @Body() _: unknown): Promise<Redirect> {
    const { position } = await this.dispatcher.send(revokeCalendarFeed.of({}, {}, visit.command));
    return redirect(paths.calendar.mine(), { said: 'The address opens nothing any more.', wrote: position });
  }

  private async page({ asked }: Visit, shown: { readonly address?: string; readonly told?: boolean }): Promise<Page> {
    const feed = await this.dispatcher.ask(getCalendarFeed.of({}, {}, asked));
    return page('engine/deadlines/calendar/calendar.njk', 'Your calendar', {
      data: { ...feed, ...shown, commands: { make: newId(), revoke: newId() } },
    });
  }
}
