// Read your writes: a command's answer carries its revision and position; a question may say which position it must show.
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { tap, type Observable } from 'rxjs';
import type { Position } from '../event-store/port.js';
import { ReadSide } from '../processing/read-side.js';
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
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<OnwardRequest>();
    const reply: unknown = context.switchToHttp().getResponse();
    const after = header(request, 'onward-after') ?? request.query['after'];
    if (request.method === 'GET' && after !== undefined && /^[\w/-]{1,80}$/.test(after))
      await this.readSide.until(after as Position);
    return next.handle().pipe(
      tap((answer: Answer | null) => {
        const { httpAdapter } = this.adapter;
        if (typeof answer?.revision === 'number') httpAdapter.setHeader(reply, 'etag', `"${answer.revision}"`);
        if (typeof answer?.position === 'string') httpAdapter.setHeader(reply, 'onward-position', answer.position);
      }),
    );
  }
}
