// The figures, for a collector that knows the token. Where none is set there is no such address.
import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, NotFoundException, Req } from '@nestjs/common';
import { ApiExcludeController } from '../../engine/api/api-routes.js';
import { OpenToAll } from '../../engine/api/open-to-all.js';
import type { OnwardRequest } from '../../engine/api/request.js';
import { tokenOf } from '../../engine/api/token-of.js';
import { Door } from '../../engine/access/door.js';
import { OnwardError } from '../../kernel/errors.js';
import { Watching } from '../../engine/observing/watching.js';
import { ServiceStatus, type Place } from './service-status.js';

@OpenToAll()
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly watching: Watching,
    private readonly status: ServiceStatus,
    private readonly door: Door,
  ) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  async metrics(@Req() request: OnwardRequest): Promise<string> {
    const { figures, metricsToken } = this.watching;
    if (!figures || metricsToken === undefined) throw new NotFoundException();
    if (!same(tokenOf(request) ?? '', metricsToken)) {
      this.door.wrong('wrong-metrics-token', request.ip);
      throw new OnwardError('not-signed-in', {
        detail: 'These figures are for the collector that knows their token.',
        help: 'Send `Authorization: Bearer <METRICS_TOKEN>`.',
      });
    }
    const now = await this.status.look();
    figures.stands({
      store: now !== undefined && now.troubles.length === 0,
      lists: now?.lists,
      projections: (now?.projections ?? []).map(figureOf),
      managers: (now?.managers ?? []).map(figureOf),
    });
    return figures.text();
  }
}

/** Takes the same time however much of it is right. */
const same = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const figureOf = ({ checkpoint: { projection: name, pausedAt }, lag: { events, seconds } }: Place) => ({
  name,
  events,
  seconds,
  paused: pausedAt !== null,
});
