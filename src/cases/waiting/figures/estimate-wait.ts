// The estimate of a wait: its place in the list over the pace of the last twelve weeks, as a range (WAIT-46).

export const paceWeeks = 12;
export const fewest = 5;
export const estimateLabel = 'estimate, not a promise';
export const estimateMethod =
  `place in the list (urgency, then clock start) among those not yet assessed, divided by the mean number assessed a week in the last ` +
  `${paceWeeks} weeks; the range takes that number plus and minus its square root; not given when fewer than ${fewest} were assessed`;

export interface WeeksRange {
  readonly from: number;
  readonly to: number;
}

/** Undefined when too few were assessed to say anything. */
export function estimateWait(place: number, assessed: number): WeeksRange | undefined {
  if (assessed < fewest) return undefined;
  const spread = Math.sqrt(assessed);
  const weeksAt = (pace: number): number => (place * paceWeeks) / pace;
  return { from: Math.floor(weeksAt(assessed + spread)), to: Math.ceil(weeksAt(assessed - spread)) };
}
