// The calendar itself, for a calendar program: it brings no sign-in, so the address is the key. Asked of the lists as that person's role.
import { Controller, Get, Header, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '../../api/api-routes.js';
import { OpenToAll } from '../../api/open-to-all.js';
import { Journal } from '../../../store/journal.js';
import { ActorDirectory } from '../../access/actors.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { Door } from '../../access/door.js';
import type { Actor } from '../../../kernel/envelope.js';
import { OnwardError } from '../../../kernel/errors.js';
import { Clock } from '../../../kernel/clock.js';
import type { PageRequest } from '../../web/http.js';
import { absolute } from '../../web/absolute-address.js';
import { paths } from '../../web/paths.js';
import { getWorklist } from '../queries/get-worklist.js';
import type { WorklistRow } from '../worklist-row.js';
import { opens } from './feed-address.js';
import { calendarFeed } from './feed-case.js';
import { ics } from './ics.js';

/** Nobody's calendar holds more; whoever has more cases has the worklist. */
const atMost = 2000;

@OpenToAll()
@ApiExcludeController()
@Controller()
export class CalendarFeedController {
  constructor(
    private readonly journal: Journal,
    private readonly directory: ActorDirectory,
    private readonly dispatcher: Dispatcher,
    private readonly clock: Clock,
    private readonly door: Door,
  ) {}

  @Get(paths.calendar.feed.pattern)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, no-store')
  async read(
    @Param('feedId') feedId: string,
    @Param('token') token: string,
    @Req() request: PageRequest,
  ): Promise<string> {
    const { id, role, organisation } = await this.whose(feedId, token.replace(/\.ics$/, ''), request.ip);
    const rows = await this.rows({ id, role, organisation });
    return ics(rows, absolute('', request), this.clock.now());
  }

  /** Unknown, revoked, or of somebody who works here no more: the same answer to all. Errors: `not-found`, `too-many-attempts`. */
  private async whose(feedId: string, token: string, source: string | undefined): Promise<Actor> {
    const found = /^[0-9a-f-]{36}$/.test(feedId) ? await this.journal.load(calendarFeed, feedId) : undefined;
    const open = found?.state.open;
    const actor = open && opens(token, open.tokenHash) ? this.directory.byId(open.actorId) : undefined;
    if (!actor) this.door.wrong('wrong-calendar-address', source);
    if (!actor) throw new OnwardError('not-found', { detail: 'There is no calendar at this address.' });
    return actor;
  }

  private async rows(actor: Actor): Promise<readonly WorklistRow[]> {
    const rows: WorklistRow[] = [];
    const asked = { actor, asOf: this.clock.today() };
    let cursor: string | undefined;
    do {
      const page = await this.dispatcher.ask(getWorklist.of({}, { workerId: actor.id, limit: 500, cursor }, asked));
      rows.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined && rows.length < atMost);
    return rows;
  }
}
