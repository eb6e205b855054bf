// A camera reads from the code exactly the address that was put into it.
import decode from 'qr/decode.js';
import { newToken } from '../../../kernel/ids.js';
import { qrCode } from './qr-code.js';

/** As a camera sees it: so many points to a square, dark where the path is. */
function seen({ size, path }: ReturnType<typeof qrCode>, points = 6) {
  const data = new Uint8Array(size * points * size * points * 4).fill(255);
  for (const [, x = '0', y = '0'] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < points; row++)
      for (let column = 0; column < points; column++)
        data.fill(
          0,
          ((Number(y) * points + row) * size * points + Number(x) * points + column) * 4,
          ((Number(y) * points + row) * size * points + Number(x) * points + column) * 4 + 3,
        );
  return { width: size * points, height: size * points, data };
}

it('a camera reads the address of a link from its code', () => {
  for (const host of ['http://localhost:3000', 'https://onward.a-rather-long-name-of-a-trust.example.nhs.uk']) {
    const address = `${host}/own-form/${newToken()}`;
    expect(decode(seen(qrCode(address)))).toBe(address);
  }
});

it('leaves four squares of white around it, without which cameras do not find it', () => {
  const { size, path } = qrCode('https://example.org/own-form/x');
  const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect([Math.min(...places), Math.max(...places)]).toEqual([4, size - 5]);
});
