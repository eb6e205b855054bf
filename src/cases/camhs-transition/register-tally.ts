// When a case stands on the register, before which gate and in which team, and when it was closed to where: what its counts are kept from.
import type { CivilDate } from '../../kernel/calendar/index.js';
import { sinceEver, both, never, union, type Span } from '../../engine/processing/spans.js';
import { tally, type Stay } from '../../engine/processing/tally.js';

export const registerTally = tally('transition_register');

export interface CountedCase {
  readonly openedOn: CivilDate;
  /** Closed to CAMHS, or dead. */
  readonly openUntil: CivilDate;
  readonly team: string;
  readonly send: boolean;
  readonly closedOn: CivilDate;
  readonly closedTo: string | undefined;
  /** Nothing where the birth date is not known. */
  readonly gates: Readonly<Record<'y9' | '14' | '17' | '17-6' | '18', CivilDate>> | undefined;
}

/** Pure. The next gate is the first of those that are asked of this young person whose day has not come (TRN-03, AMB-07). */
export function registerStays({ openedOn, openUntil, team, send, closedOn, closedTo, gates }: CountedCase): Stay[] {
  const open = union([[openedOn, openUntil]]);
  return [
    ...nextGates(gates, send).map(([gate, span]) => ({ what: 'gate', of: gate, spans: both(open, union([span])) })),
    { what: 'team', of: team, spans: open },
    { what: 'closed', of: closedTo ?? '', spans: union([[closedOn, never]]) },
  ];
}

function nextGates(gates: CountedCase['gates'], send: boolean): [string, Span][] {
  let before = sinceEver;
  if (!gates) return [['not-known', [before, never]]];
  const asked = send ? (['y9', '14', '17', '17-6', '18'] as const) : (['17', '17-6', '18'] as const);
  const ahead = asked.map((gate): [string, Span] => {
    const from = before;
    if (gates[gate] > before) before = gates[gate];
    return [gate, [from, gates[gate]]];
  });
  return [...ahead, ['past-18', [before, never]]];
}
