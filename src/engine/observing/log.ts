// Structured logs without personal data: fixed sentences, ids and numbers; of an unforeseen error what `kernel/defect.ts` lets through.
import { Injectable, type LoggerService } from '@nestjs/common';
import pino, { type Logger } from 'pino';
import { defectOf, inWords } from '../../kernel/defect.js';
import { isOnwardError } from '../../kernel/errors.js';

export type LogLevel = 'error' | 'warn' | 'info' | 'silent';

@Injectable()
export class Log implements LoggerService {
  private readonly pino: Logger;

  constructor(level: LogLevel) {
    this.pino = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  }

  /** A sentence that the code holds, never one made from input. */
  say(sentence: string, more: Readonly<Record<string, string | number>> = {}): void {
    this.pino.info(more, sentence);
  }

  warn(sentence: string): void {
    this.pino.warn(sentence);
  }

  /** The catalogue's own words, or what may be written down of a defect. */
  failed(error: unknown, doing: string): void {
    if (isOnwardError(error))
      this.pino.error({ error: error.type, rule: error.parts.rule }, `${doing}: ${error.parts.detail}`);
    else this.pino.error(defectOf(error), doing);
  }

  log(message: unknown): void {
    this.pino.debug(String(message));
  }

  /** What the framework says of its own accord: sentences, or an error as it was thrown. */
  error(message: unknown): void {
    this.pino.error(message instanceof Error ? inWords(message) : String(message));
  }
}
