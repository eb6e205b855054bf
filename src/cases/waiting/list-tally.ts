// From when to when a wait counts in which figure of the waiting list, as it is known now: what the kept figures are made of (WAIT-40).
import { addDays, type CivilDate } from '../../kernel/calendar/index.js';
import { sinceEver, both, never, union, without, type Span } from '../../engine/processing/spans.js';
import { entriesOf, tally, type Entry, type Stay } from '../../engine/processing/tally.js';
import type { Choices } from '../../rules/chosen-settings.js';
import { weeks18 } from './figures/days-waited.js';
import { over52From } from './pack.js';

export const waitTally = tally('wait_list');

/** A wait that nobody has checked for this long is counted apart (WAIT-31). */
export const validDays = 84;

export interface OnList {
  readonly pathway: string;
  readonly service: string;
  readonly provider: string;
}

export interface CountedWait extends OnList {
  /** From its start up to and without the day on which it ended. */
  readonly clocks: readonly Span[];
  readonly receivedOn: CivilDate;
  readonly endedOn: CivilDate;
  readonly validatedOn: CivilDate | undefined;
  readonly firstContactOn: CivilDate | undefined;
  readonly segments: readonly { readonly segment: string; readonly on: CivilDate }[];
}

/** Under which names a wait is counted: its list, and how far it has come where that is asked. */
export const listKey = ({ pathway, service, provider }: OnList, ...more: readonly string[]): string =>
  JSON.stringify([pathway, service, provider, ...more]);

/** `choices`: from which day a wait is over 52 weeks, as the area reads it for a wait that began then (AMB-08). */
export function waitEntries(wait: CountedWait, choices: Choices): Entry[] {
  const { clocks, receivedOn, endedOn, validatedOn } = wait;
  const of = listKey(wait);
  const from = (days: (start: CivilDate) => number): Span[] =>
    clocks.map(([start, end]): Span => [addDays(start, days(start)), end]);
  const running = union(clocks);
  const stays: Stay[] = [
    { what: 'waits', of, spans: any(clocks) },
    { what: 'over18', of, spans: any(from(() => weeks18 + 1)) },
    { what: 'over52', of, spans: any(from((start) => over52From(choices, start))) },
    {
      what: 'validated',
      of,
      spans: validatedOn
        ? any(clocks.flatMap((one) => both([one], [[validatedOn, addDays(validatedOn, validDays)]])))
        : [],
    },
    { what: 'withoutClock', of, spans: without(union([[receivedOn, endedOn]]), running) },
    ...reached(wait).map(([far, span]) => {
      return { what: 'reached', of: listKey(wait, far), spans: any(clocks.flatMap((one) => both([one], [span]))) };
    }),
  ];
  // On the day on which it started: how long each clock has run that still runs is told by these alone.
  const still = clocks.flatMap(([start, end]): Entry[] => (end >= never ? [['running', of, start, 1]] : []));
  return [...entriesOf(stays), ...still];
}

const any = (spans: readonly Span[]): Span[] => spans.filter(([from, to]) => from < to);

/** How far it has come on which days: the latest segment, before one the first contact, before that the referral (WAIT-23). */
function reached({ firstContactOn, segments }: CountedWait): [string, Span][] {
  const first: [string, Span][] = [['referral', [sinceEver, firstContactOn ?? never]]];
  if (firstContactOn) first.push(['first-contact', [firstContactOn, never]]);
  // Of two of one day the one that comes first by name, as a question sorted by day and name has it.
  const inTime = [...segments].sort((a, b) => compare(a.on, b.on) || compare(b.segment, a.segment));
  const start = inTime[0]?.on ?? never;
  const before = first.flatMap(([far, span]) =>
    both([span], [[sinceEver, start]]).map((one): [string, Span] => [far, one]),
  );
  const after = inTime.map(({ segment, on }, index): [string, Span] => [segment, [on, inTime[index + 1]?.on ?? never]]);
  return [...before, ...after.filter(([, [from, to]]) => from < to)];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
