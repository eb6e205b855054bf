// Made-up numbers that pass their checks: NHS numbers of the test range (REC-31), unique pupil numbers, and chance that is always the same.
import { parseNhsNumber, parseUpn } from '../../../kernel/identifiers/index.js';

const digits = (count: number, value: number): string => String(value).padStart(count, '0');

/** The nth NHS number of the demo area: 999 1…, away from those of the sample files. */
export function nhsNumber(nth: number): string {
  for (let serial = 100_000 + nth * 7; ; serial++) {
    for (let check = 0; check < 10; check++) {
      const text = `999${digits(6, serial)}${check}`;
      if (parseNhsNumber(text).range === 'test') return text;
    }
  }
}

export function upn(nth: number): string {
  const rest = `998${digits(4, 1000 + (nth % 20))}${digits(5, nth)}`;
  const found = [...'ABCDEFGHJKLMNPQRTUVWXYZ'].find((letter) => parseUpn(letter + rest).value !== undefined);
  return `${found ?? ''}${rest}`;
}

/** A small linear congruential generator: the same seed gives the same area every time. */
export class Luck {
  constructor(private seed = 20_261) {}

  /** From 0 up to and without `below`. */
  below(below: number): number {
    this.seed = (this.seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((this.seed / 2 ** 32) * below);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}
