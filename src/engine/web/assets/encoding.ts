// Which compression a browser takes.

export type Encoding = 'br' | 'gzip' | undefined;

export function encodingOf(accepts: string | string[] | undefined): Encoding {
  const text = String(accepts ?? '');
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(text)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(text) ? 'gzip' : undefined;
}
