// The request as the API frame sees it: who sent it, and what today is.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CommandContext } from '../../kernel/envelope.js';
import type { Actor } from '../../kernel/envelope.js';
import { dateFromOutside, type CivilDate } from '../../kernel/calendar/index.js';
import type { Asked } from '../access/messages.js';

export interface OnwardRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Of the other end of the connection: a proxy's, where there is one. */
  readonly ip?: string;
  readonly routeOptions?: { readonly url?: string };
  /** Set by the actor guard. */
  onward?: { readonly actor: Actor; readonly today: CivilDate; readonly command: CommandContext };
}

export const header = (request: OnwardRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

const requestOf = (context: ExecutionContext): OnwardRequest => context.switchToHttp().getRequest<OnwardRequest>();

const known = (context: ExecutionContext) => {
  const { onward } = requestOf(context);
  if (!onward) throw new Error('The actor guard did not run before this route');
  return onward;
};

/** Who commands, under which command id, having seen which revision. */
export const Context = createParamDecorator(
  (_: unknown, context: ExecutionContext): CommandContext => known(context).command,
);

/** Today's civil date in London. */
export const Today = createParamDecorator((_: unknown, context: ExecutionContext): CivilDate => known(context).today);

/** Who asks, for which date (`?asOf=YYYY-MM-DD`, default today). Error: `invalid-input` for no day that anybody means. */
export function askedOf({ onward, query: { asOf } }: OnwardRequest): Asked {
  if (!onward) throw new Error('The actor guard did not run before this route');
  const { actor, today, command } = onward;
  const { correlationId } = command;
  return { actor, asOf: asOf === undefined ? today : dateFromOutside('asOf', asOf), correlationId };
}

export const AskedBy = createParamDecorator((_: unknown, context: ExecutionContext): Asked =>
  askedOf(requestOf(context)),
);
