// What a person at a browser sees when something cannot be done: what was wrong, which rule, and where to go from there.
import { Injectable } from '@nestjs/common';
import type { ProblemDetails } from '../api/problem-details.js';
import { Clock } from '../../kernel/clock.js';
import type { PageReply, PageRequest } from './http.js';
import { page, type Link, type Page } from './page.js';
import { paths } from './paths.js';
import { Renderer } from './render/renderer.js';
import { cookieFor } from './security/cookies.js';
import { Visitors } from './session/visitors.js';

/** In the words of somebody who followed a link, where the catalogue's are for a program. */
const titles: Readonly<Record<number, string>> = {
  403: 'You may not see or do this',
  404: 'There is nothing here',
  409: 'Somebody else changed this first',
  429: 'Too many attempts',
  503: 'This cannot be reached now',
};
const notCaughtUp = 'urn:onward:problem:not-caught-up';

const details: Readonly<Record<string, string>> = {
  'about:blank 403': 'This form is from an earlier visit. Go back, reload the page and send it again.',
  'about:blank 404': 'The link may be old, or a letter of it may be missing.',
};

export function problemPage({ type, title, detail, help, rule, status }: ProblemDetails, url: string): Page {
  const links: Link[] = [
    { text: 'Find a person', href: paths.search() },
    { text: 'Home', href: paths.home() },
  ];
  if (status === 503) links.unshift({ text: 'Try again', href: url });
  if (status === 400 && url.includes('?'))
    links.unshift({ text: 'The same page without filters', href: url.split('?')[0] ?? '/' });
  return page('engine/web/problem.njk', type === notCaughtUp ? 'Not up to date yet' : (titles[status] ?? title), {
    status,
    data: { detail: details[`${type} ${status}`] ?? detail, help, rule, links },
  });
}

/** For pages that are of no account and no navigation: what they say themselves of what the framework refuses. */
type OwnWay = (problem: ProblemDetails, request: PageRequest, reply: PageReply) => string;

@Injectable()
export class ProblemPages {
  private readonly ownWays = new Map<string, OwnWay>();

  constructor(
    private readonly renderer: Renderer,
    private readonly visitors: Visitors,
    private readonly clock: Clock,
  ) {}

  /** Every address that begins so. */
  under(beginning: string, way: OwnWay): void {
    this.ownWays.set(beginning, way);
  }

  html(problem: ProblemDetails, request: PageRequest, reply: PageReply): string {
    for (const [beginning, way] of this.ownWays)
      if (request.url.startsWith(beginning)) return way(problem, request, reply);
    const visitor = this.visitors.of(request);
    const csrf = visitor ? reply.generateCsrf(cookieFor(request)) : undefined;
    const around = { visitor, url: request.url, nonce: reply.cspNonce?.script, csrf, now: this.clock.now() };
    return this.renderer.html(problemPage(problem, request.url), around);
  }
}
