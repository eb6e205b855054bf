// A placement in words: its kind, the school and whatever else is told of it, so that one school is not like another.
import { schoolWords } from '../../../engine/schools/school-words.js';
import { words } from '../../../engine/web/present/words.js';

interface Placed {
  readonly kind: string;
  readonly urn?: string | null;
  readonly ukprn?: string | null;
  readonly schoolName?: string | null;
  readonly senUnit?: boolean | null;
  readonly resourcedProvision?: boolean | null;
  /** SEN2 `res`. */
  readonly residential?: string | null;
  readonly outOfArea?: boolean | null;
}

const weeks: Readonly<Record<string, string | undefined>> = {
  A: 'residential, 38 to 51 weeks',
  B: 'residential, 52 weeks',
};

export const placementWords = (placed: Placed): string =>
  [
    words(placed.kind),
    schoolWords(placed),
    placed.senUnit && 'SEN unit',
    placed.resourcedProvision && 'resourced provision',
    placed.residential && (weeks[placed.residential] ?? `residential (${placed.residential})`),
    placed.outOfArea && 'out of area',
  ]
    .filter(Boolean)
    .join(', ');
