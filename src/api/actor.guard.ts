// Before anything else: who is this, which command is it, and what did they have before them?
import { createHmac } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Journal } from '../event-store/journal.js';
import { ActorDirectory } from '../identity/actors.js';
import { invalid } from '../kernel/errors.js';
import { Clock } from '../ops/clock.js';
import { idFrom, newId } from '../ops/ids.js';
import { isOpenToAll } from './open-to-all.js';
import { header, type OnwardRequest } from './request.js';
import { tokenOf } from './token-of.js';

@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    private readonly directory: ActorDirectory,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (isOpenToAll(this.reflector, context)) return true;
    const request = context.switchToHttp().getRequest<OnwardRequest & { body?: unknown }>();
    const actor = this.directory.identify(tokenOf(request));
    const key = header(request, 'idempotency-key');
    if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key))
      throw invalid('Idempotency-Key', 'must be 1 to 200 visible characters');
    // The key belongs to the actor: two people who choose the same key do not meet.
    const commandId = key === undefined ? newId() : idFrom('idempotency-key', actor.id, key);
    request.onward = {
      actor,
      today: this.clock.today(),
      command: {
        actor,
        onBehalfOf: header(request, 'onward-on-behalf-of'),
        commandId,
        correlationId: header(request, 'x-correlation-id')?.slice(0, 120) ?? commandId,
        expectedRevision: revisionOf(header(request, 'if-match')),
        commandDigest: createHmac('sha256', this.journal.keys.lookupKey())
          .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
          .digest('base64url'),
      },
    };
    return true;
  }
}

function revisionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) return undefined;
  const revision = /^(?:W\/)?"?(\d+)"?$/.exec(ifMatch.trim())?.[1];
  if (revision === undefined)
    throw invalid('If-Match', 'must be the ETag of the case: its revision in quotes, like "12"');
  return Number(revision);
}
