// Sign in with one's token, or, in a demo store only, as one of its made-up people. And sign out.
import { Body, Get, Post, Query, Req, Res } from '@nestjs/common';
import { OpenToAll } from '../../api/open-to-all.js';
import { demoActors } from '../../identity/demo-actors.js';
import { StoreKind } from '../../ops/store-kind.js';
import type { PageReply, PageRequest } from '../http.js';
import { PageController } from '../page-controller.js';
import { page, redirect, type Page, type Redirect } from '../page.js';
import { paths } from '../paths.js';
import { words } from '../present/words.js';
import { cookieFor, cookieNames } from '../security/cookies.js';
import { Sessions, sessionSeconds } from '../session/sessions.js';
import { Visitors } from '../session/visitors.js';

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
  ) {}

  @Get(paths.signIn.pattern)
  ask(@Query('to') to: unknown): Page {
    return this.form(safeTarget(to));
  }

  @Post(paths.signIn.pattern)
  signIn(
    @Body() body: Readonly<Record<string, unknown>>,
    @Req() request: PageRequest,
    @Res({ passthrough: true }) reply: PageReply,
  ): Page | Redirect {
    const to = safeTarget(body['to']);
    const token = typeof body['token'] === 'string' ? body['token'].trim() : '';
    if (this.visitors.known(token) === undefined) {
      const text = token === '' ? 'Enter your token' : 'Nobody is known by this token. Check that you pasted all of it';
      return { ...this.form(to, text), status: 401, problems: [{ text, href: '#token' }] };
    }
    reply.setCookie(cookieNames.session, this.sessions.seal(token), cookieFor(request, 'lax', sessionSeconds));
    return redirect(to);
  }

  @Post(paths.signOut.pattern)
  signOut(@Req() request: PageRequest, @Res({ passthrough: true }) reply: PageReply): Redirect {
    for (const name of [cookieNames.session, cookieNames.wrote, cookieNames.said])
      reply.clearCookie(name, cookieFor(request, 'lax'));
    return redirect(paths.signIn());
  }

  private form(to: string, problem?: string): Page {
    const people = this.kind.kind === 'demo' ? demoActors() : [];
    return page('web/sign-in/sign-in.njk', 'Sign in', {
      data: {
        to,
        problem,
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
