// Structured logs without personal data: fixed sentences, ids and numbers only.
import { Injectable, type LoggerService } from '@nestjs/common';
import pino, { type Logger } from 'pino';
import { isOnwardError } from '../kernel/errors.js';
import type { Settings } from './settings.js';

@Injectable()
export class Log implements LoggerService {
  private readonly pino: Logger;

  constructor(level: Settings['log']) {
    this.pino = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  }

  /** A sentence that the code holds, never one made from input. */
  say(sentence: string, more: Readonly<Record<string, string | number>> = {}): void {
    this.pino.info(more, sentence);
  }

  warn(sentence: string): void {
    this.pino.warn(sentence);
  }

  /** An error: its kind and where it was thrown. Its message may hold input, so only the catalogue's own words are kept. */
  failed(error: unknown, doing: string): void {
    if (isOnwardError(error))
      this.pino.error({ error: error.type, rule: error.parts.rule }, `${doing}: ${error.parts.detail}`);
    else if (error instanceof Error)
      this.pino.error({ error: error.name, at: error.stack?.split('\n').slice(1, 6) }, doing);
    else this.pino.error({ error: typeof error }, doing);
  }

  log(message: unknown): void {
    this.pino.debug(String(message));
  }

  error(message: unknown): void {
    this.pino.error(String(message));
  }
}
