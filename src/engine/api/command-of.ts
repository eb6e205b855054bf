// Which command a request carries, and what its sender had before them: from the API's headers, or from the hidden fields of a form.
import { createHmac } from 'node:crypto';
import type { Actor, CommandContext } from '../../kernel/envelope.js';
import { invalid } from '../../kernel/errors.js';
import { correlationFrom, idFrom, newId } from '../../kernel/ids.js';
import { header, type OnwardRequest } from './request.js';

export type RequestWithBody = OnwardRequest & { readonly body?: unknown };

interface Said {
  readonly key: string | undefined;
  readonly revision: string | undefined;
  /** What makes two sendings the same: a form's token against forgery is another each time. */
  readonly body: unknown;
}

const saidByHeaders = (request: RequestWithBody): Said => ({
  key: header(request, 'idempotency-key'),
  revision: header(request, 'if-match'),
  body: request.body ?? null,
});

function saidByForm({ body }: RequestWithBody): Said {
  const { _csrf, _command, _revision, ...rest } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return { key: text(_command), revision: text(_revision), body: rest };
}

export function commandOf(request: RequestWithBody, actor: Actor, lookupKey: Buffer, isForm: boolean): CommandContext {
  const { key, revision, body } = isForm ? saidByForm(request) : saidByHeaders(request);
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key))
    throw invalid('Idempotency-Key', 'must be 1 to 200 visible characters');
  // The key belongs to the actor: two people who choose the same key do not meet.
  const commandId = key === undefined ? newId() : idFrom('idempotency-key', actor.id, key);
  const correlation = header(request, 'x-correlation-id');
  return {
    actor,
    onBehalfOf: header(request, 'onward-on-behalf-of'),
    commandId,
    correlationId: correlation === undefined ? commandId : correlationFrom(correlation),
    expectedRevision: revisionOf(revision),
    commandDigest: createHmac('sha256', lookupKey)
      .update(`${request.method} ${request.url}\n${JSON.stringify(body)}`)
      .digest('base64url'),
  };
}

function revisionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) return undefined;
  const revision = /^(?:W\/)?"?(-1|\d+)"?$/.exec(ifMatch.trim())?.[1];
  if (revision === undefined)
    throw invalid('If-Match', 'must be the ETag of the case: its revision in quotes, like "12"');
  return Number(revision);
}
