// The publication profiles as data: who may see counts how exactly (REC-40, REC-41).
import table from './profiles.json' with { type: 'json' };

export const profileNames = ['INTERNAL', 'MH_PUBLIC', 'SOUTHEND_PUBLIC', 'DFE_RETURN'] as const;
export type ProfileName = (typeof profileNames)[number];

export interface Profile {
  readonly name: string;
  readonly title: string;
  /** A count below it is not shown. */
  readonly suppressBelow: number;
  readonly suppressZero: boolean;
  readonly roundTo: number;
  /** What stands on the page and in every row of a file. */
  readonly words: string;
  readonly source: string;
}

export const profiles: readonly Profile[] = table.profiles;

export function profileOf(name: ProfileName): Profile {
  const found = profiles.find((profile) => profile.name === name);
  if (!found) throw new Error(`profiles.json does not describe ${name}`);
  return found;
}

/** Only this one leads to cases, and shows charts. */
export const isInternal = ({ name }: Profile): boolean => name === 'INTERNAL';

/** A count that is too small to be shown whatever stands beside it. */
export const isSmall = (value: number, { suppressBelow, suppressZero }: Profile): boolean =>
  value < suppressBelow && (value > 0 || suppressZero);

/** To the nearest, halves upwards: 5, 6, 7 are 5 and 8 is 10. */
export const rounded = (value: number, { roundTo }: Profile): number => Math.floor(value / roundTo + 0.5) * roundTo;
