// Is it alive, is it ready, how far behind are the lists, and which version is this?
import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { OpenToAll } from '../api/open-to-all.js';
import { Journal } from '../event-store/journal.js';
import type { Checkpoint } from '../processing/checkpoints.js';
import { ManagerPlaces } from '../processing/process-managers/places.js';
import { ReadSide } from '../processing/read-side.js';
import { Clock } from './clock.js';
import { version } from './version.js';

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
      const projections = this.readSide.places().map((place) => shown(place, head));
      const processManagers = this.managers
        .list()
        .map((place) => shown(place, head))
        .map(({ projection: manager, ...place }) => ({ manager, ...place }));
      const ready = projections.length > 0 && this.readSide.hasRows();
      return { ready, store: 'open', head: head ?? null, projections, processManagers };
    } catch {
      return { ready: false, store: 'unavailable', head: null, projections: [], processManagers: [] };
    }
  }
}

const shown = (
  { projection, position, events, pausedAt, pausedEvent, pausedStream, pausedRevision, reason }: Checkpoint,
  head: string | undefined,
) => ({
  projection,
  position,
  events,
  behind: behind(head, position),
  ...(pausedAt === null
    ? {}
    : { paused: { since: pausedAt, event: pausedEvent, stream: pausedStream, revision: pausedRevision, reason } }),
});

/** Positions of the embedded store count events; other stores' only tell whether there is a lag. */
const behind = (head: string | undefined, position: string): number | null =>
  head === undefined || head === position ? 0 : /^\d{16}$/.test(head) ? Number(head) - Number(position || 0) : null;
