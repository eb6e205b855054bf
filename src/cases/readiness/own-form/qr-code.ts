// An address as a code for the camera of a phone: black squares as one path, which needs no script, no style and nothing from elsewhere.
import encode from 'qr';

export interface QrCode {
  /** Of the square that it fills, quiet zone included. */
  readonly size: number;
  readonly path: string;
}

/** Medium correction: it still reads from a crumpled sheet. */
export function qrCode(text: string): QrCode {
  const rows = encode(text, 'raw', { ecc: 'medium', border: 4 });
  const squares = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')));
  return { size: rows.length, path: squares.join('') };
}
