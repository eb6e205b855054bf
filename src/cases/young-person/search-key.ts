// How names are written to be found: family name first, small letters, no accents, no punctuation.

/** `O’Neill-Smith`, `José` → `oneill smith jose`. */
export const searchKey = (...names: readonly string[]): string =>
  names
    .join(' ')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
