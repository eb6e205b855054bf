// Sign in with one's token, or, in a demo store only, as one of its made-up people. And sign out.
import { Body, Get, Post, Query, Req, Res } from '@nestjs/common';
import { OpenToAll } from '../../../engine/api/open-to-all.js';
import { demoActors } from '../../../engine/access/demo-actors.js';
import { Door } from '../../../engine/access/door.js';
import { Sessions } from '../../../engine/access/sessions.js';
import { StoreKind } from '../../../store/store-kind.js';
import type { PageReply, PageRequest } from '../../../engine/web/http.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, redirect, type Page, type Redirect } from '../../../engine/web/page.js';
import { paths } from '../../paths.js';
import { words } from '../../../engine/web/present/words.js';
import { cookieFor, cookieNames } from '../../../engine/web/security/cookies.js';
import { Visitors } from '../../../engine/web/session/visitors.js';

/** Only a page of our own: never a way to another site. */
export const safeTarget = (to: unknown): string =>
  typeof to === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(to) ? to : paths.home();

@OpenToAll()
@PageController()
export class SignInPage {
  constructor(
    private readonly sessions: Sessions,
    private readonly visitors: Visitors,
    private readonly kind: StoreKind,
    private readonly door: Door,
  ) {}

  @Get(paths.signIn.pattern)
  ask(@Query('to') to: unknown, @Req() request: PageRequest): Page {
    // Whoever comes with a session that opens nothing any more is told why they are here.
    const ended = this.visitors.sessionOf(request) !== undefined && this.visitors.of(request) === undefined;
    return this.form(safeTarget(to), { ended });
  }

  @Post(paths.signIn.pattern)
  signIn(
    @Body() body: Readonly<Record<string, unknown>>,
    @Req() request: PageRequest,
    @Res({ passthrough: true }) reply: PageReply,
  ): Page | Redirect {
    const to = safeTarget(body['to']);
    const token = typeof body['token'] === 'string' ? body['token'].trim() : '';
    const known = this.visitors.known(token);
    if (known === undefined) {
      if (token !== '') this.door.wrong('failed-sign-in', request.ip);
      const text = token === '' ? 'Enter your token' : 'Nobody is known by this token. Check that you pasted all of it';
      return { ...this.form(to, { problem: text }), status: 401, problems: [{ text, href: '#token' }] };
    }
    this.endSession(request);
    const secret = this.sessions.begin(known);
    reply.setCookie(cookieNames.session, secret, cookieFor(request, 'lax', this.sessions.limits.hours * 3600));
    return redirect(to);
  }

  @Post(paths.signOut.pattern)
  signOut(@Req() request: PageRequest, @Res({ passthrough: true }) reply: PageReply): Redirect {
    this.endSession(request);
    for (const name of [cookieNames.session, cookieNames.wrote, cookieNames.said])
      reply.clearCookie(name, cookieFor(request, 'lax'));
    return redirect(paths.signIn());
  }

  private endSession(request: PageRequest): void {
    const secret = this.visitors.sessionOf(request);
    if (secret !== undefined) this.sessions.end(secret);
  }

  private form(to: string, { problem, ended }: { readonly problem?: string; readonly ended?: boolean }): Page {
    const people = this.kind.kind === 'demo' ? demoActors() : [];
    return page('apps/web/sign-in/sign-in.njk', 'Sign in', {
      data: {
        to,
        problem,
        ended,
        limits: this.sessions.limits,
        people: people.map(({ id, name, role, organisation }) => ({
          token: `demo-${id}`,
          name,
          role: words(role),
          organisation: words(organisation),
        })),
      },
    });
  }
}
