// The door: who is turned away is counted, logged, and after a while told to wait. What is right is always let in: tokens cannot be guessed,
// and a colleague behind the same proxy must not be locked out by whoever tries.
import { Injectable } from '@nestjs/common';
import { OnwardError } from '../../kernel/errors.js';
import { Watching } from '../observing/watching.js';
import { Clock } from '../../kernel/clock.js';
import { Log } from '../observing/log.js';

/** Every way to be turned away: a figure has one label for each, and no other. */
export const turnedAwayFor = [
  'wrong-token',
  'failed-sign-in',
  'wrong-metrics-token',
  'wrong-calendar-address',
  'wrong-form-address',
  'not-permitted',
] as const;
export type TurnedAwayFor = (typeof turnedAwayFor)[number];
export type WrongSecret = Exclude<TurnedAwayFor, 'not-permitted'>;

const sentences: Readonly<Record<TurnedAwayFor, string>> = {
  'wrong-token': 'A token that nobody has was sent',
  'failed-sign-in': 'A sign-in failed',
  'wrong-metrics-token': 'The figures were asked for with a wrong token',
  'wrong-calendar-address': 'A calendar was asked for at an address that opens none',
  'wrong-form-address': 'A form was asked for at an address that opens none',
  'not-permitted': 'Somebody asked for what their role may not do or see',
};

/** So many wrong secrets in a minute before the answer is to wait: from one source, and from all together. */
export const wrongPerMinute = { source: 30, all: 300 } as const;
const window = 60_000;
/** Whoever tries from many addresses takes no more memory than this. */
const mostSources = 1000;

interface Count {
  readonly since: number;
  readonly wrong: number;
}

@Injectable()
export class Door {
  private readonly sources = new Map<string, Count>();
  private all: Count = { since: 0, wrong: 0 };

  constructor(
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly watching: Watching,
  ) {}

  /** Notes a wrong secret. Error: `too-many-attempts` with the seconds to wait; otherwise the caller says what was wrong. */
  wrong(why: WrongSecret, source = 'unknown'): void {
    const now = new Date(this.clock.now()).getTime();
    const own = counted(this.sources.get(source), now);
    this.all = counted(this.all, now);
    this.sources.delete(source);
    this.sources.set(source, own);
    for (const oldest of this.sources.keys()) {
      if (this.sources.size <= mostSources) break;
      this.sources.delete(oldest);
    }
    this.watching.figures?.turnedAway(why);
    // The first, the tenth, the hundredth: a flood of tries is no flood of lines, from however many addresses it comes.
    if (isPowerOfTen(this.all.wrong) || (isPowerOfTen(own.wrong) && this.all.wrong <= wrongPerMinute.source))
      this.log.say(sentences[why], { why, from: source, inThisMinute: own.wrong });
    const over = own.wrong > wrongPerMinute.source ? own : this.all.wrong > wrongPerMinute.all ? this.all : undefined;
    if (over) throw tooMany(Math.max(1, Math.ceil((over.since + window - now) / 1000)));
  }

  /** Somebody known was refused: who, and what, by its name in the code. */
  refused(actor: string, what: string): void {
    this.watching.figures?.turnedAway('not-permitted');
    this.log.say(sentences['not-permitted'], { why: 'not-permitted', actor, what });
  }
}

const isPowerOfTen = (count: number): boolean => Number.isInteger(Math.log10(count));

const counted = (before: Count | undefined, now: number): Count =>
  before === undefined || now >= before.since + window || now < before.since
    ? { since: now, wrong: 1 }
    : { since: before.since, wrong: before.wrong + 1 };

const tooMany = (seconds: number): OnwardError =>
  new OnwardError('too-many-attempts', {
    detail: 'Too many wrong tokens were sent in a short time.',
    help: `Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'}. A right token is let in at any time.`,
    more: { retryAfter: seconds },
  });
