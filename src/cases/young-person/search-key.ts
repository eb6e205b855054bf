// How names are written to be found: family name first, small letters, no accents, no punctuation.
import { foldName } from '../../engine/person/matching/fold-name.js';

/** `O’Neill-Smith`, `Łukasz` → `oneill smith lukasz`. */
export const searchKey = (...names: readonly string[]): string => foldName(names.join(' '));
