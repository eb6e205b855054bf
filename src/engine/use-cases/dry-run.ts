// What can be done now: a decision run dry with what is known of the case, and with whatever could be said. Nothing is recorded.
import type { CivilDate } from '../../kernel/calendar/index.js';
import { isOnwardError, OnwardError } from '../../kernel/errors.js';
import type { CaseNow, No } from './case-now.js';
import type { CaseUseCase } from './case-use-case.js';
import { isId, isObject } from './ids-in.js';
import { NotSaid, unsaid } from './unsaid.js';

/** What is sent: every name of the input, with what is said, `unsaid` for what is still to be said, nothing for what is left out. */
interface Sent {
  readonly at: Readonly<Record<string, string>>;
  readonly input: Readonly<Record<string, unknown>>;
}

interface Asked extends Sent {
  readonly on: CivilDate;
}

/** One way of saying it. */
export interface Way {
  /** The id that it names, or the answer that it chooses; none where it leaves all of them open. */
  readonly about?: string;
  /** As it would be said of a day. */
  said(on: CivilDate): Sent;
}

/** Ways to be tried one after the other; each is told why the one before it was refused. */
export type Ways = Generator<Way, void, OnwardError | undefined>;

/** So many ways of one use case are tried, and so many that name what there is not; what is not known after them counts as possible. */
const [mostRefused, mostMissed] = [200, 1000];

/** A refusal may turn on the day: of each thing named so many of the refused ways are tried, on so many of the last days that the case knows. */
const [someWays, someDays, mostTries] = [4, 24, 1000];

/**
 * Why a use case cannot be done on a case as it stands today, whatever is said; undefined where one of the ways is accepted as far as it goes.
 * What is refused of today is tried of the days that the case knows: what happened before may be recorded late.
 */
export function whyNot(useCase: CaseUseCase, ways: Ways, now: CaseNow): No | undefined {
  if (now.closed) return { error: now.closed, ofEarlierDay: false };
  return withoutStacks(() => reasonAgainst(useCase, ways, now));
}

/** A refusal that is only looked at needs no stack; writing hundreds of them was most of the work of a page. */
function withoutStacks<T>(look: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return look();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function reasonAgainst(useCase: CaseUseCase, ways: Ways, now: CaseNow): No | undefined {
  const refused: Way[] = [];
  let reason: OnwardError | undefined;
  let missed = 0;
  let open = false;
  for (let next = ways.next(); !next.done;) {
    const said = built(next.value, now.today);
    const error = said && refusal(useCase, said, now);
    if (said && !error) return undefined;
    open ||= !said;
    // That there is no such thing says less than why this one will not do.
    if ((!reason || isOnwardError(reason, 'not-found')) && !isOfNothing(error, next.value)) reason = error ?? reason;
    if (!error || isOnwardError(error, 'not-found')) missed += 1;
    else refused.push(next.value);
    if (refused.length > mostRefused || missed > mostMissed) return undefined;
    next = ways.next(error);
  }
  if (!reason && open) return undefined;
  const error = reason ?? new OnwardError('not-found', { detail: 'There is nothing that it could be about.' });
  let answered: boolean | undefined;
  return {
    error,
    // A page of an ended case never asks.
    get ofEarlierDay() {
      return (answered ??= withoutStacks(() => isOfEarlierDay(useCase, refused, now)));
    },
  };
}

/** There is nothing by the id that was named: another answer would not change it, and nobody has asked for it. */
export const isOfNothing = (error: OnwardError | undefined, { about }: Pick<Way, 'about'>): boolean =>
  about !== undefined && isOnwardError(error, 'not-found') && error.parts.detail.includes(about);

function isOfEarlierDay(useCase: CaseUseCase, refused: readonly Way[], now: CaseNow): boolean {
  const daysOf = daysBefore(now);
  let left = mostTries;
  for (const way of inTurns(refused))
    for (const day of daysOf(way)) {
      if (isAccepted(useCase, way, day, now)) return true;
      if (--left === 0) return false;
    }
  return false;
}

/** One of each thing that is named, then the next of each: none waits until everything was said of the one before it. */
function inTurns(refused: readonly Way[]): Way[] {
  const turns = new Map<string | undefined, number>();
  const rounds: Way[][] = Array.from({ length: someWays }, () => []);
  for (const way of refused) {
    const turn = turns.get(way.about) ?? 0;
    turns.set(way.about, turn + 1);
    rounds[turn]?.push(way);
  }
  return rounds.flat();
}

/** The days on which it may have been otherwise: those of what is named, and the last ones of the case; where nothing is named, all. None before the birth (REC-24). */
function daysBefore({ state, today, beside }: CaseNow): (way: Way) => readonly CivilDate[] {
  const born = beside['birthDate'];
  const isBefore = (day: CivilDate) => day < today && !(typeof born === 'string' && day < born);
  const all = daysIn(state).filter(isBefore);
  const found = new Map<string, readonly CivilDate[]>();
  return ({ about }) => {
    if (about === undefined) return all;
    const there = found.get(about);
    if (there) return there;
    const days = [...new Set([...daysIn(partsNamed(about, state)).filter(isBefore), ...all.slice(0, someDays)])];
    found.set(about, days);
    return days;
  };
}

function isAccepted(useCase: CaseUseCase, way: Way, day: CivilDate, now: CaseNow): boolean {
  const said = built(way, day);
  return said !== undefined && !refusal(useCase, said, now);
}

/** Undefined: to say it, something is needed that nobody has said yet. */
function built(way: Way, on: CivilDate): Asked | undefined {
  try {
    const { at, input } = way.said(on);
    return { at, input, on: (input['on'] as CivilDate | undefined) ?? on };
  } catch (error) {
    if (error instanceof NotSaid) return undefined;
    throw error;
  }
}

function refusal(useCase: CaseUseCase, { at, input, on }: Asked, { state, entries, actor, beside, people }: CaseNow) {
  const { on: _, ...rest } = input;
  try {
    const facts = useCase.rehearse({ at, input: rest, on, actor, beside, people }, state, entries);
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

/** What of a state goes by an id: under it, or with it among its own fields. */
function partsNamed(id: string, state: unknown): unknown[] {
  if (!isObject(state)) return [];
  return Object.entries(state as Readonly<Record<string, unknown>>).flatMap(([name, part]) => {
    const named =
      name === id || (isObject(part) && Object.entries(part).some((field) => field[1] === id && isId(field[0])));
    return named ? [part] : partsNamed(id, part);
  });
}

const isoDay = /^\d{4}-\d\d-\d\d$/;

/** Every civil date that a state holds, the latest first. */
function daysIn(state: unknown): CivilDate[] {
  const found = new Set<CivilDate>();
  const look = (value: unknown): void => {
    if (typeof value === 'string' && isoDay.test(value)) found.add(value as CivilDate);
    else if (isObject(value)) Object.values(value).forEach(look);
  };
  look(state);
  return [...found].sort().reverse();
}
