// The first pages: the worklist as a plain table, and why a date is what it is.
import { Controller, Get, Header, Param, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { OpenToAll } from '../api/open-to-all.js';
import type { OnwardRequest } from '../api/request.js';
import { tokenOf } from '../api/token-of.js';
import { ActorDirectory, type KnownActor } from '../identity/actors.js';
import { Dispatcher } from '../identity/dispatcher.js';
import { civilDate, formatDate, isCivilDate, type CivilDate } from '../kernel/calendar/index.js';
import { invalid } from '../kernel/errors.js';
import { Clock } from '../ops/clock.js';
import { StoreKind } from '../ops/store-kind.js';
import { ExplainDeadline } from '../worklist/queries/explain-deadline.js';
import { GetWorklist } from '../worklist/queries/get-worklist.js';
import { worklistStatuses, type WorklistStatus } from '../worklist/worklist-rows.js';
import { page, type Frame } from './layout.js';
import { whyPage } from './why-page.js';
import { worklistTable } from './worklist-table.js';

type Asking = Readonly<Record<string, string | undefined>>;

const stylesheet = readFileSync(new URL('./onward.css', import.meta.url), 'utf8');

@OpenToAll()
@ApiExcludeController()
@Controller()
export class FirstPageController {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly directory: ActorDirectory,
    private readonly clock: Clock,
    private readonly kind: StoreKind,
  ) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'")
  async worklist(@Req() request: OnwardRequest, @Query() asking: Asking): Promise<string> {
    const actor = this.whoLooks(request, asking);
    const asOf = this.dateOf(asking);
    const status = statusOf(asking['status']);
    const rows = await this.dispatcher.ask(
      new GetWorklist({ status, cursor: asking['cursor'], limit: 100, pathway: asking['pathway'] }, { actor, asOf }),
    );
    const title = `Worklist, ${formatDate(asOf)}`;
    return page(this.frame(title, actor), worklistTable(rows, { asOf, status, as: asking['as'] }));
  }

  @Get('why/:pathway/:caseId')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'")
  async why(
    @Req() request: OnwardRequest,
    @Query() asking: Asking,
    @Param('pathway') pathway: string,
    @Param('caseId') caseId: string,
  ): Promise<string> {
    const actor = this.whoLooks(request, asking);
    const which = { key: asking['key'] ?? '', subjectId: asking['subjectId'] ?? '' };
    const explanation = await this.dispatcher.ask(
      new ExplainDeadline(pathway, caseId, which, { actor, asOf: this.dateOf(asking) }),
    );
    return page(this.frame('Why this date?', actor), whyPage(explanation));
  }

  @Get('assets/onward.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  css(): string {
    return stylesheet;
  }

  /** A browser's own prompt sends the token as a password; in a demo store one may look as any of its made-up people. */
  private whoLooks(request: OnwardRequest, asking: Asking): KnownActor {
    const demo = this.kind.kind === 'demo' ? `demo-${asking['as'] ?? 'asha.caseworker'}` : undefined;
    const token = tokenOf(request) ?? demo;
    const { id } = this.directory.identify(token);
    const known = this.directory.all().find((actor) => actor.id === id);
    if (!known) throw new Error('An identified actor is in the directory');
    return known;
  }

  private dateOf(asking: Asking): CivilDate {
    const asOf = asking['asOf'];
    if (asOf === undefined) return this.clock.today();
    if (!isCivilDate(asOf)) throw invalid('asOf', 'must be a date like 2026-11-30');
    return civilDate(asOf);
  }

  private frame(title: string, actor: KnownActor): Frame {
    const demo = this.kind.kind === 'demo';
    return { title, actor: `${actor.name}, ${actor.role}`, demo, others: demo ? this.directory.all() : [] };
  }
}

function statusOf(text: string | undefined): WorklistStatus | undefined {
  if (text === undefined) return undefined;
  const status = worklistStatuses.find((known) => known === text);
  if (!status) throw invalid('status', `must be one of: ${worklistStatuses.join(', ')}`);
  return status;
}
