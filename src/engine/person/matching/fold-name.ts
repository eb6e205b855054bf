// Names as they are compared: small letters without accents, the letters that have no plain twin spelt out, particles known as such.

/** What taking the accents away leaves as it is. */
const spelt: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', ı: 'i', æ: 'ae', œ: 'oe', ħ: 'h', ŋ: 'n', ĸ: 'k', ə: 'e' },
};
const unspelt = new RegExp(`[${Object.keys(spelt).join('')}]`, 'gu');

/** `O’Neill-Smith`, `Łukasz` → `oneill smith lukasz`: the parts with a space between. Letters of other alphabets stay. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(unspelt, (letter) => spelt[letter] ?? letter)
    .replace(/['’ʼ`´]/g, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();

const particles = new Set(
  'a al ap bin bint da das de del della den der des di do dos du e el ibn la las le les los of op st ten ter van vom von y zu'.split(
    ' ',
  ),
);

/** What systems write where somebody has no such name; `N/A` is among them, and `Na` is a name. */
const none = new Set(['', 'unknown', 'not known', 'notknown', 'nk', 'n a', 'none', 'null', 'fnu', 'lnu', 'x', 'xx']);

export interface Folded {
  /** Without spaces: `De Souza` and `Desouza` are one name. Empty where there is none. */
  readonly whole: string;
  /** The parts that say something, without particles. */
  readonly parts: readonly string[];
}

const noName: Folded = { whole: '', parts: [] };

/** A name is asked about a dozen times in a row of a file, and most are those of others too. Bounded: names are not kept for long. */
const lately = new Map<string, Folded>();
const keptLately = 2000;

export function folded(text = ''): Folded {
  const known = lately.get(text);
  if (known) return known;
  if (lately.size >= keptLately) lately.clear();
  const name = foldedAnew(text);
  lately.set(text, name);
  return name;
}

function foldedAnew(text: string): Folded {
  const name = foldName(text);
  if (none.has(name)) return noName;
  const parts = name.split(' ');
  const telling = parts.filter((part) => !particles.has(part));
  return { whole: parts.join(''), parts: telling.length > 0 ? telling : parts };
}
