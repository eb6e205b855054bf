// A piece of a file, fit to stand in a message: short and without control characters.
const LONGEST = 40;

export function quoted(text: string): string {
  const plain = text.replace(/\p{C}/gu, ' ').trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
