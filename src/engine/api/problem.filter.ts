// Turns whatever was thrown into problem details.
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Door } from '../access/door.js';
import { ViewLog } from '../access/view-log.js';
import { InvalidDate } from '../../kernel/calendar/index.js';
import { isOnwardError, type OnwardError } from '../../kernel/errors.js';
import { Log } from '../observing/log.js';
import { isPage, type PageReply, type PageRequest } from '../web/http.js';
import { paths } from '../web/paths.js';
import { ProblemPages } from '../web/problem-page.js';
import { toProblem, type ProblemDetails } from './problem-details.js';
import { header } from './request.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly adapter: HttpAdapterHost,
    private readonly log: Log,
    private readonly pages: ProblemPages,
    private readonly door: Door,
    private readonly views: ViewLog,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = fromHttp(error) ?? toProblem(error);
    if (problem.status >= 500 || error instanceof InvalidDate) this.log.failed(error, problem.title);
    const request = host.switchToHttp().getRequest<PageRequest>();
    const reply = host.switchToHttp().getResponse<PageReply>();
    if (typeof problem['retryAfter'] === 'number') reply.header('retry-after', String(problem['retryAfter']));
    if (isOnwardError(error, 'not-permitted') && request.onward) this.refused(error, request);
    if (wantsPage(request)) this.page(problem, request, reply);
    else this.json(problem, reply);
  }

  /** REC-20: whoever asks for what they may not see stands in the record of reading, with the ids they asked by and nothing they typed. */
  private refused({ parts }: OnwardError, request: PageRequest): void {
    if (!request.onward) return;
    const { actor, command } = request.onward;
    const action = parts.more?.['action'];
    const query = typeof action === 'string' ? action : `${request.method} ${request.routeOptions?.url ?? ''}`;
    this.door.refused(actor.id, query);
    try {
      const shown = [...new Set(request.url.toLowerCase().match(ids))].slice(0, 20);
      this.views.note({ actor, query, shown, refused: true, correlationId: command.correlationId });
    } catch (error) {
      this.log.failed(error, 'Writing down who was refused');
    }
  }

  /** Who is not signed in is asked to sign in, and led back to the page afterwards. */
  private page(problem: ProblemDetails, request: PageRequest, reply: PageReply): void {
    const { httpAdapter } = this.adapter;
    reply.header('content-type', 'text/html; charset=utf-8');
    if (problem.status === 401) {
      reply.header('location', paths.signIn({}, { to: request.method === 'GET' ? request.url : undefined }));
      httpAdapter.reply(reply, '', 303);
    } else httpAdapter.reply(reply, this.pages.html(problem, request, reply), problem.status);
  }

  private json(problem: ProblemDetails, reply: PageReply): void {
    reply.header('content-type', 'application/problem+json; charset=utf-8');
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="Onward"');
    this.adapter.httpAdapter.reply(reply, JSON.stringify(problem), problem.status);
  }
}

const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** A person at a browser gets a page; everything under /api gets problem details. */
const wantsPage = (request: PageRequest): boolean =>
  isPage(request) && (header(request, 'accept') ?? '').includes('text/html');

/** What the framework itself refuses: no such route, a body that is not JSON, one that is too large. */
function fromHttp(error: unknown): ProblemDetails | undefined {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown }).statusCode;
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
  const titles: Record<number, string> = {
    400: 'The request cannot be read',
    403: 'Not permitted',
    404: 'There is no such page',
    413: 'Too large',
    415: 'Not JSON',
  };
  const title = titles[status] ?? 'The request cannot be carried out';
  return { type: 'about:blank', title, status, detail: `${title}. The API's documentation is at /api/docs.` };
}
