// A school or college in words: by its name, and where the list does not have it, by its number and by saying so.

export interface Numbered {
  readonly urn?: string | null;
  readonly ukprn?: string | null;
  readonly schoolName?: string | null;
}

/** Undefined where it has no number. */
export function schoolWords({ urn, ukprn, schoolName }: Numbered): string | undefined {
  if (schoolName) return schoolName;
  if (urn) return `URN ${urn}, not in the list of schools`;
  return ukprn ? `UKPRN ${ukprn}, not in the list of schools` : undefined;
}

/** Of a number alone: a URN has six digits, a UKPRN eight. */
export const numberedSchool = (number: string, schoolName: string | null | undefined): string =>
  schoolWords(number.length === 8 ? { ukprn: number, schoolName } : { urn: number, schoolName }) ?? number;
