// Before anything else: who is this, which command is it, and what did they have before them?
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Journal } from '../../store/journal.js';
import { Clock } from '../../kernel/clock.js';
import { isPage } from '../web/http.js';
import { Visitors } from '../web/session/visitors.js';
import { commandOf, type RequestWithBody } from './command-of.js';
import { isOpenToAll } from './open-to-all.js';

@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    private readonly visitors: Visitors,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (isOpenToAll(this.reflector, context)) return true;
    const request = context.switchToHttp().getRequest<RequestWithBody>();
    const { id, role, organisation } = this.visitors.required(request);
    const actor = { id, role, organisation };
    const command = commandOf(request, actor, this.journal.keys.lookupKey(), isPage(request));
    request.onward = { actor, today: this.clock.today(), command };
    return true;
  }
}
