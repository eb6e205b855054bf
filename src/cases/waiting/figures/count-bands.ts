// Counts of waits in the published bands, always from days (WAIT-10, WAIT-41).
import type { Band } from '../../../rules/index.js';
import { total, type DayCount } from './days-waited.js';

export interface BandCount {
  readonly label: string;
  readonly fromDays: number;
  readonly toDays?: number;
  readonly waits: number;
}

const within = (days: number, { from, to = Infinity }: Band): boolean => from <= days && days <= to;

export const countBands = (bands: readonly Band[], counts: readonly DayCount[]): BandCount[] =>
  bands.map((band) => ({
    label: band.label,
    fromDays: band.from,
    toDays: band.to,
    waits: total(counts.filter(({ days }) => within(days, band))),
  }));

export const bandLabel = (bands: readonly Band[], days: number): string =>
  bands.find((band) => within(days, band))?.label ?? '';
