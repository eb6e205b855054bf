// Turns whatever was thrown into problem details.
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Log } from '../ops/log.js';
import { problemPage } from '../web/problem-page.js';
import { toProblem, type ProblemDetails } from './problem-details.js';
import { header, type OnwardRequest } from './request.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly adapter: HttpAdapterHost,
    private readonly log: Log,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = fromHttp(error) ?? toProblem(error);
    if (problem.status >= 500) this.log.failed(error, problem.title);
    const reply: unknown = host.switchToHttp().getResponse();
    const { httpAdapter } = this.adapter;
    const forBrowser = wantsPage(host.switchToHttp().getRequest<OnwardRequest>());
    httpAdapter.setHeader(
      reply,
      'content-type',
      forBrowser ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8',
    );
    if (problem.status === 401)
      httpAdapter.setHeader(reply, 'www-authenticate', 'Basic realm="Onward", charset="UTF-8"');
    httpAdapter.reply(reply, forBrowser ? problemPage(problem) : JSON.stringify(problem), problem.status);
  }
}

/** A person at a browser gets a page; everything under /api gets problem details. */
const wantsPage = (request: OnwardRequest): boolean =>
  !/^\/(api|health)\b/.test(request.url) && (header(request, 'accept') ?? '').includes('text/html');

/** What the framework itself refuses: no such route, a body that is not JSON, one that is too large. */
function fromHttp(error: unknown): ProblemDetails | undefined {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown }).statusCode;
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
  const titles: Record<number, string> = {
    400: 'The request cannot be read',
    404: 'There is no such page',
    413: 'Too large',
    415: 'Not JSON',
  };
  const title = titles[status] ?? 'The request cannot be carried out';
  return { type: 'about:blank', title, status, detail: `${title}. The API's documentation is at /api/docs.` };
}
