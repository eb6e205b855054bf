// Turns what a page controller answers into HTML or a redirect, and lets nobody see a list that is older than what they just wrote.
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import { otherDay } from '../../api/asked-day.js';
import { Clock } from '../../../kernel/clock.js';
import { draftSeconds } from '../forms/drafts.js';
import type { PageReply, PageRequest } from '../http.js';
import { shownOtherDay } from '../other-day.js';
import type { Page, Redirect } from '../page.js';
import { PersonBars } from '../person-bar.js';
import { cookieFor, cookieNames } from '../security/cookies.js';
import { Receipts, type Receipt } from '../session/receipts.js';
import { Visitors } from '../session/visitors.js';
import { Renderer } from './renderer.js';

/** For so long, in seconds, every page waits for what its reader wrote; the lists are never that far behind. */
const rememberWrite = 60;

@Injectable()
export class RenderPages implements NestInterceptor {
  constructor(
    private readonly renderer: Renderer,
    private readonly visitors: Visitors,
    private readonly bars: PersonBars,
    private readonly receipts: Receipts,
    private readonly clock: Clock,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<PageRequest>();
    const reply = context.switchToHttp().getResponse<PageReply>();
    await this.receipts.untilShown(request);
    return next
      .handle()
      .pipe(
        mergeMap((answer: Page | Redirect) =>
          answer.kind === 'redirect'
            ? Promise.resolve(this.go(answer, request, reply))
            : this.show(answer, request, reply),
        ),
      );
  }

  private async show(page: Page, request: PageRequest, reply: PageReply): Promise<string> {
    if (request.cookies?.[cookieNames.said] !== undefined) reply.clearCookie(cookieNames.said, cookieFor(request));
    reply.code(page.status ?? 200).header('content-type', 'text/html; charset=utf-8');
    const day = otherDay(request);
    return this.renderer.html(page, {
      visitor: this.visitors.of(request),
      url: request.url,
      nonce: reply.cspNonce?.script,
      csrf: reply.generateCsrf(cookieFor(request)),
      said: this.receipts.read('said', request),
      // A page that says that the store did not answer does not ask it again: what was typed would be lost with the answer.
      person:
        page.personId === undefined || page.status === 503 ? undefined : await this.bars.of(page.personId, request),
      now: this.clock.now(),
      otherDay: day && request.onward && shownOtherDay(day, request.onward.today, request.url),
    });
  }

  private go({ to, said, wrote, draft }: Redirect, request: PageRequest, reply: PageReply): string {
    for (const [kind, text] of Object.entries({ said, wrote }) as [Receipt, string | undefined][])
      if (text !== undefined)
        reply.setCookie(
          cookieNames[kind],
          this.receipts.sign(kind, text, request),
          cookieFor(request, 'lax', rememberWrite),
        );
    if (draft) {
      const here = { ...cookieFor(request, 'strict', draftSeconds), path: draft.path };
      if (draft.sealed === undefined) reply.clearCookie(cookieNames.draft, { ...here, maxAge: undefined });
      else reply.setCookie(cookieNames.draft, draft.sealed, here);
    }
    reply.code(303).header('location', to).header('content-type', 'text/html; charset=utf-8');
    return '';
  }
}
