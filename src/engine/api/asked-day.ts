// Of which day an answer is. A day to come is a forecast, and every answer, page and file says so: nothing after today has happened yet.
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import { formatDate, isDateFromOutside, type CivilDate } from '../../kernel/calendar/index.js';
import { isPage } from '../web/http.js';
import type { OnwardRequest } from './request.js';

/** What stands in each row of a file of a day to come; nothing where it holds for today or before. */
export const forecastNote = (asOf: CivilDate, today: CivilDate): string =>
  asOf > today ? `Forecast: what is on record on ${formatDate(today)}, reckoned to ${formatDate(asOf)}` : '';

/** Of a question for another day than today: that day. What is no day was refused, or was not asked for at all. */
export function otherDay({ onward, query, method }: OnwardRequest): CivilDate | undefined {
  const asOf: unknown = query['asOf'];
  if (!onward || method !== 'GET' || !isDateFromOutside(asOf)) return undefined;
  return asOf === onward.today ? undefined : asOf;
}

/** The header goes with whatever is answered, a file or a page too; a JSON object says it itself, since it is kept without its headers. */
@Injectable()
export class SayForecast implements NestInterceptor {
  constructor(private readonly adapter: HttpAdapterHost) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<OnwardRequest>();
    const day = otherDay(request);
    if (day === undefined || request.onward === undefined || day < request.onward.today) return next.handle();
    const reply: unknown = context.switchToHttp().getResponse();
    return next.handle().pipe(
      map((answer: unknown) => {
        this.adapter.httpAdapter.setHeader(reply, 'onward-forecast', 'true');
        return isPage(request) || !isPlain(answer) ? answer : { ...answer, forecast: true };
      }),
    );
  }
}

const isPlain = (answer: unknown): answer is object =>
  typeof answer === 'object' && answer !== null && Object.getPrototypeOf(answer) === Object.prototype;
