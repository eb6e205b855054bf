// Is it alive, is it ready, how far behind are the lists, and which version is this?
import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiOperation, ApiTags } from '../../engine/api/api-routes.js';
import { OpenToAll } from '../../engine/api/open-to-all.js';
import { worstOf } from '../../engine/processing/lag.js';
import { Clock } from '../../kernel/clock.js';
import type { AsideCase } from '../../engine/processing/set-aside.js';
import { ServiceStatus, type Place } from './service-status.js';
import { version } from './version.js';

@OpenToAll()
@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly status: ServiceStatus,
    private readonly clock: Clock,
    private readonly adapter: HttpAdapterHost,
  ) {}

  @Get('live')
  @HttpCode(200)
  @ApiOperation({ summary: 'The process answers' })
  live() {
    return { status: 'live', at: this.clock.now() };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'The files are whole, there is room to write and the read models are in use; 503 when not',
    description:
      'With what is wrong with a file of the data folder and what to do about it, the lag of every projection and process manager, in events (beside EventStoreDB 1000 stands for more, too) and in seconds since the oldest event ' +
      'that it does not show was recorded, the lag of the slowest list, and which one is paused at which event; and which cases are set aside because they cannot be projected. ' +
      'While every file is read to its end, at the start, it says `checking: true`: what that finds is not known yet. `checkFailed: true` says that the files could not be read so. ' +
      '`projectsAgainAt` says when the thread that keeps the lists is started again after it fell; until then they stand still.',
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

  private beside() {
    const check = this.status.fileCheck();
    const projectsAgainAt = this.status.projectsAgainAt();
    return {
      checking: check === 'running',
      ...(check === 'failed' ? { checkFailed: true } : {}),
      ...(projectsAgainAt === undefined ? {} : { projectsAgainAt }),
    };
  }

  private async look() {
    const now = await this.status.look();
    if (!now)
      return {
        ready: false,
        store: 'unavailable',
        ...this.beside(),
        troubles: this.status.troubles(),
        head: null,
        lag: null,
        projections: [],
        processManagers: [],
      };
    const { events, seconds } = worstOf(now.projections.map(({ lag }) => lag));
    return {
      ready: now.lists && now.troubles.length === 0,
      store: now.troubles[0]?.kind ?? 'open',
      ...this.beside(),
      troubles: now.troubles,
      head: now.head ?? null,
      lag: { events, seconds },
      projections: now.projections.map(shown),
      setAside: { count: now.setAside.length, cases: now.setAside.slice(0, namedAtMost).map(named) },
      processManagers: now.managers.map(shown).map(({ projection: manager, ...place }) => ({ manager, ...place })),
    };
  }
}

/** A probe's answer stays small; `npx onward projections list` names them all. */
const namedAtMost = 20;

const named = ({ id: _, ...aside }: AsideCase) => aside;

const shown = ({ checkpoint, lag }: Place) => {
  const { projection, position, events, pausedAt, pausedEvent, pausedStream, pausedRevision, reason } = checkpoint;
  return {
    projection,
    position,
    events,
    behind: lag.events,
    behindSeconds: lag.seconds,
    ...(pausedAt === null
      ? {}
      : { paused: { since: pausedAt, event: pausedEvent, stream: pausedStream, revision: pausedRevision, reason } }),
  };
};
