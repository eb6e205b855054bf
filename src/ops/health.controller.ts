// Is it alive, is it ready, how far behind are the lists, and which version is this?
import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { OpenToAll } from '../api/open-to-all.js';
import { Journal } from '../event-store/journal.js';
import type { Position } from '../event-store/port.js';
import type { Checkpoint } from '../processing/checkpoints.js';
import { ManagerPlaces } from '../processing/process-managers/places.js';
import { ReadSide } from '../processing/read-side.js';
import { Clock } from './clock.js';
import { version } from './version.js';

/** A lag of so many events, or more, is told as this number. */
const countAtMost = 1000;

@OpenToAll()
@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly journal: Journal,
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
    private readonly adapter: HttpAdapterHost,
    private readonly managers: ManagerPlaces,
  ) {}

  @Get('live')
  @HttpCode(200)
  @ApiOperation({ summary: 'The process answers' })
  live() {
    return { status: 'live', at: this.clock.now() };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'The store can be read and the read models are in use; 503 when not',
    description:
      'With the lag of every projection and process manager, in events, and which one is paused at which event.',
  })
  async ready(@Res({ passthrough: true }) reply: unknown) {
    const { ready, ...answer } = await this.look();
    this.adapter.httpAdapter.status(reply, ready ? 200 : 503);
    return { status: ready ? 'ready' : 'not ready', ...answer };
  }

  @Get('version')
  @ApiOperation({ summary: 'Version of Onward and of Node' })
  version() {
    return { version, node: process.versions.node };
  }

  private async look() {
    try {
      const head = await this.journal.store.head();
      const places = this.readSide.places();
      const managers = this.managers.list();
      const lags = await this.lags(head, new Set([...places, ...managers].map(({ position }) => position)));
      const projections = places.map((place) => shown(place, lags));
      const processManagers = managers
        .map((place) => shown(place, lags))
        .map(({ projection: manager, ...place }) => ({ manager, ...place }));
      const ready = projections.length > 0 && this.readSide.hasRows();
      return { ready, store: 'open', head: head ?? null, projections, processManagers };
    } catch {
      return { ready: false, store: 'unavailable', head: null, projections: [], processManagers: [] };
    }
  }

  /** Events between each place and the head. Only positions of the embedded store count events; elsewhere the events are counted, up to a number. */
  private async lags(head: Position | undefined, places: ReadonlySet<Position>): Promise<Map<Position, number>> {
    const lags = new Map<Position, number>();
    for (const position of places) {
      if (head === undefined || head === position) lags.set(position, 0);
      else if (/^\d{16}$/.test(head)) lags.set(position, Number(head) - Number(position || 0));
      else {
        let count = 0;
        const after = position === '' ? undefined : position;
        for await (const page of this.journal.store.readAll({ after, limit: countAtMost })) count += page.length;
        lags.set(position, count);
      }
    }
    return lags;
  }
}

const shown = (
  { projection, position, events, pausedAt, pausedEvent, pausedStream, pausedRevision, reason }: Checkpoint,
  lags: ReadonlyMap<Position, number>,
) => ({
  projection,
  position,
  events,
  behind: lags.get(position) ?? null,
  ...(pausedAt === null
    ? {}
    : { paused: { since: pausedAt, event: pausedEvent, stream: pausedStream, revision: pausedRevision, reason } }),
});
