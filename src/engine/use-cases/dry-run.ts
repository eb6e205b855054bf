// What can be done now: a decision run dry with what is known of the case, and with whatever could be said. Nothing is recorded.
import type { CivilDate } from '../../kernel/calendar/index.js';
import { isOnwardError, OnwardError } from '../../kernel/errors.js';
import type { CaseNow, No } from './case-now.js';
import type { CaseUseCase } from './case-use-case.js';
import { NotSaid, unsaid } from './unsaid.js';

/** What is sent: every name of the input, with what is said, `unsaid` for what is still to be said, nothing for what is left out. */
interface Sent {
  readonly at: Readonly<Record<string, string>>;
  readonly input: Readonly<Record<string, unknown>>;
}

interface Asked extends Sent {
  readonly on: CivilDate;
}

/** One way of saying it, of a day. */
export type Way = (on: CivilDate) => Sent;

/** Ways to be tried one after the other; each is told why the one before it was refused. */
export type Ways = Generator<Way, void, OnwardError | undefined>;

/** A refusal may turn on the day: so many of the refused ways are tried of so many of the last days that the case knows. */
const [someWays, someDays] = [4, 24];

/**
 * Why a use case cannot be done on a case as it stands today, whatever is said; undefined where one of the ways is accepted as far as it goes.
 * What is refused of today is tried of the days that the case knows: what happened before may be recorded late.
 */
export function whyNot(useCase: CaseUseCase, ways: Ways, now: CaseNow): No | undefined {
  if (now.closed) return { error: now.closed, ofEarlierDay: false };
  // A refusal that is only looked at needs no stack; writing hundreds of them was most of the work of a page.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return reasonAgainst(useCase, ways, now);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function reasonAgainst(useCase: CaseUseCase, ways: Ways, now: CaseNow): No | undefined {
  const refused: Way[] = [];
  let reason: OnwardError | undefined;
  let open = false;
  for (let next = ways.next(); !next.done;) {
    const said = built(next.value, now.today);
    const error = said && refusal(useCase, said, now);
    if (said && !error) return undefined;
    open ||= !said;
    // That there is no such thing says less than why this one will not do.
    if (!reason || isOnwardError(reason, 'not-found')) reason = error ?? reason;
    if (refused.length < someWays && error && !isOnwardError(error, 'not-found')) refused.push(next.value);
    next = ways.next(error);
  }
  if (!reason && open) return undefined;
  const error = reason ?? new OnwardError('not-found', { detail: 'There is nothing that it could be about.' });
  if (refused.length === 0) return { error, ofEarlierDay: false };
  const days = daysIn(now.state)
    .filter((day) => day < now.today)
    .slice(0, someDays);
  return { error, ofEarlierDay: refused.some((way) => days.some((day) => isAccepted(useCase, way, day, now))) };
}

function isAccepted(useCase: CaseUseCase, way: Way, day: CivilDate, now: CaseNow): boolean {
  const said = built(way, day);
  return said !== undefined && !refusal(useCase, said, now);
}

/** Undefined: to say it, something is needed that nobody has said yet. */
function built(way: Way, on: CivilDate): Asked | undefined {
  try {
    const { at, input } = way(on);
    return { at, input, on: (input['on'] as CivilDate | undefined) ?? on };
  } catch (error) {
    if (error instanceof NotSaid) return undefined;
    throw error;
  }
}

function refusal(useCase: CaseUseCase, { at, input, on }: Asked, { state, entries, actor, beside }: CaseNow) {
  const { on: _, ...rest } = input;
  try {
    const facts = useCase.rehearse({ at, input: rest, on, actor, beside }, state, entries);
    return facts.length > 0 ? undefined : nothingToAdd();
  } catch (error) {
    if (error instanceof NotSaid) return undefined;
    if (!isOnwardError(error)) throw error;
    return isForTheFormToAsk(error, { ...at, ...input, on }) ? undefined : error;
  }
}

const nothingToAdd = (): OnwardError =>
  new OnwardError('already-exists', { detail: 'That is recorded already: there is nothing to add.' });

/** Something is wrong with an answer, and nobody has given it yet; of several that were ticked, others can be. */
function isForTheFormToAsk({ type, parts }: OnwardError, said: Readonly<Record<string, unknown>>): boolean {
  if (type !== 'invalid-input') return false;
  const names = (parts.fields ?? []).map(({ field }) => field.split(/[.[]/)[0] ?? '');
  return names.some((name) => !(name in said) || said[name] === unsaid || Array.isArray(said[name]));
}

const isoDay = /^\d{4}-\d\d-\d\d$/;

/** Every civil date that a state holds, the latest first. */
function daysIn(state: unknown): CivilDate[] {
  const found = new Set<CivilDate>();
  const look = (value: unknown): void => {
    if (typeof value === 'string' && isoDay.test(value)) found.add(value as CivilDate);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(state);
  return [...found].sort().reverse();
}
