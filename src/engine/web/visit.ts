// Who visits a page, today, and what their form brings along.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { askedOf } from '../api/request.js';
import type { Asked } from '../access/messages.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Actor, CommandContext } from '../../kernel/envelope.js';
import type { PageRequest } from './http.js';
import { cookieNames } from './security/cookies.js';

export interface Visit {
  readonly actor: Actor;
  readonly today: CivilDate;
  /** The day for which the page holds: `?asOf=`, else today. */
  readonly asked: Asked;
  readonly url: string;
  /** What was typed into this form and is to be checked: sealed. */
  readonly draft?: string;
  /** Of a form: its command id, and the revision that the page had. */
  readonly command: CommandContext;
}

export function visitOf(request: PageRequest): Visit {
  const { onward, url, cookies } = request;
  if (!onward) throw new Error('The actor guard did not run before this page');
  const { actor, today, command } = onward;
  return { actor, today, command, url, draft: cookies?.[cookieNames.draft], asked: askedOf(request) };
}

export const VisitOf = createParamDecorator((_: unknown, context: ExecutionContext): Visit =>
  visitOf(context.switchToHttp().getRequest<PageRequest>()),
);
