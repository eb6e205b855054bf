// Read your writes: a command's answer carries its revision and position; a question may say which position it must show.
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { tap, type Observable } from 'rxjs';
import { Journal } from '../../store/journal.js';
import type { Position } from '../../store/port.js';
import { invalid } from '../../kernel/errors.js';
import { ReadSide } from '../processing/read-side.js';
import { isPage } from '../web/http.js';
import { header, type OnwardRequest } from './request.js';

interface Answer {
  readonly revision?: unknown;
  readonly position?: unknown;
}

@Injectable()
export class ReadYourWrites implements NestInterceptor {
  constructor(
    private readonly adapter: HttpAdapterHost,
    private readonly readSide: ReadSide,
    private readonly journal: Journal,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<OnwardRequest>();
    const reply: unknown = context.switchToHttp().getResponse();
    // A page waits for what its reader wrote (Receipts); nobody before the sign-in has written anything.
    if (request.method === 'GET' && request.onward !== undefined && !isPage(request)) await this.untilShown(request);
    return next.handle().pipe(
      tap((answer: Answer | null) => {
        const { httpAdapter } = this.adapter;
        if (typeof answer?.revision === 'number') httpAdapter.setHeader(reply, 'etag', `"${answer.revision}"`);
        if (typeof answer?.position === 'string') httpAdapter.setHeader(reply, 'onward-position', answer.position);
      }),
    );
  }

  /** Error: `invalid-input` for what is no position of this store: nothing that is written can stand there. */
  private async untilShown(request: OnwardRequest): Promise<void> {
    const inHeader = header(request, 'onward-after');
    const after = inHeader ?? request.query['after'];
    if (after === undefined) return;
    const passed = this.readSide.passed();
    if (isPosition(after) && sameShape(after, passed) && after <= passed) return;
    const head = await this.journal.store.head();
    if (!isPosition(after) || head === undefined || !sameShape(after, head) || after > head)
      throw invalid(inHeader === undefined ? 'after' : 'Onward-After', 'must be the position that a command answered');
    await this.readSide.until(after as Position);
  }
}

/** One number, or two: as a store writes where an event stands, with leading zeros. */
const isPosition = (text: unknown): text is string => typeof text === 'string' && /^\d{1,40}(-\d{1,40})?$/.test(text);

const sameShape = (a: string, b: string): boolean => a.replace(/\d/g, '0') === b.replace(/\d/g, '0');
