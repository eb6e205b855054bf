// The publication profiles as data: who may see counts how exactly (REC-40, REC-41).
import table from './profiles.json' with { type: 'json' };

export const profileNames = ['INTERNAL', 'MH_PUBLIC', 'SOUTHEND_PUBLIC', 'DFE_RETURN'] as const;
export type ProfileName = (typeof profileNames)[number];

/** What a figure is of: whose rules of publication hold for it. */
export const figureKinds = ['mental-health', 'waits', 'ehc', 'ehc-return'] as const;
export type FigureKind = (typeof figureKinds)[number];

export interface Profile {
  readonly name: ProfileName;
  readonly title: string;
  /** Of which figures it is: no other is published by it (REC-41). */
  readonly figures: readonly string[];
  /** A count below it is not shown. */
  readonly suppressBelow: number;
  readonly suppressZero: boolean;
  readonly roundTo: number;
  /** What stands on the page and in every row of a file. */
  readonly words: string;
  readonly source: string;
}

export function profileOf(name: ProfileName): Profile {
  const found = table.profiles.find((profile) => profile.name === name);
  if (!found) throw new Error(`profiles.json does not describe ${name}`);
  return { ...found, name };
}

export const profiles: readonly Profile[] = profileNames.map(profileOf);

/** Only this one leads to cases, and shows charts. */
export const isInternal = ({ name }: Profile): boolean => name === 'INTERNAL';

export const isFor = (kind: FigureKind, { figures }: Pick<Profile, 'figures'>): boolean => figures.includes(kind);

/** REC-41: the profiles by which a figure may leave, in words for whoever chose another. */
export const titlesFor = (kind: FigureKind): string =>
  profiles
    .filter((profile) => isFor(kind, profile))
    .map(({ title }) => title)
    .join(', ');

/** The largest count that is too small to be shown: rounding alone would print some of them as 0, as if nobody were there. */
export const smallUpTo = ({ suppressBelow, roundTo }: Profile): number =>
  Math.max(suppressBelow, Math.ceil(roundTo / 2)) - 1;

/** A count that is too small to be shown whatever stands beside it. */
export const isSmall = (value: number, profile: Profile): boolean =>
  value <= smallUpTo(profile) && (value > 0 || profile.suppressZero);

/** To the nearest, halves upwards: 5, 6, 7 are 5 and 8 is 10. */
export const rounded = (value: number, { roundTo }: Profile): number => Math.floor(value / roundTo + 0.5) * roundTo;
