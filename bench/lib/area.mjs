// An area of any size, told straight into a store: made up block by block, so that memory stays at one block however many there are.
import { livingIn } from './lives.mjs';
import { built } from './paths.mjs';

const [{ fillWith }, { MakingUp }, { Luck }, { parseNhsNumber, parseUpn }] = await Promise.all(
  [
    'apps/demo/fill-demo-area.js',
    'apps/demo/people/make-up.js',
    'apps/demo/people/numbers.js',
    'kernel/identifiers/index.js',
  ].map(built),
);

/** Plans told at once. Each block has its own luck, so no two are alike, and the same seed makes the same area again. */
const blockSize = 240;

/**
 * Every event passes the deciders, sealed and chained as if it had been recorded here. Answers what was written.
 * `until`: when this is over, it stops after the block in hand (performance.now()).
 */
export async function tellAreaOf({ plans, seed, today, stores, until = Infinity, onBlock = () => undefined }) {
  const numbers = testNumbers();
  const began = performance.now();
  let people = 0;
  let told = 0;
  for (let block = 0; told < plans && performance.now() < until; block++) {
    const count = Math.min(blockSize, plans - told);
    const making = new Numbered(new Luck(seed + 7919 * block), people, numbers);
    const tales = livingIn(making, count, today);
    people += await fillWith(tales, stores, today);
    told += count;
    onBlock({ plans: told, people });
  }
  const seconds = (performance.now() - began) / 1000;
  return { plans: told, people, seconds };
}

/** The demo area's own numbers end after a hundred thousand people. */
class Numbered extends MakingUp {
  constructor(luck, from, numbers) {
    super(luck);
    this.count = from;
    this.numbers = numbers;
  }

  person(toBe) {
    return { ...super.person(toBe), ...this.numbers.next().value };
  }
}

/** NHS numbers of the test range, one after the other (there are about 900,000), each with a unique pupil number. */
function* testNumbers() {
  const letters = [...'ABCDEFGHJKLMNPQRTUVWXYZ'];
  for (let serial = 0; serial < 1_000_000; serial++) {
    const nine = `999${String(serial).padStart(6, '0')}`;
    const check = Array.from({ length: 10 }, (_, digit) => digit).find(
      (digit) => parseNhsNumber(`${nine}${digit}`).range === 'test',
    );
    if (check === undefined) continue;
    const rest = `998${String(serial).padStart(9, '0')}`;
    const letter = letters.find((each) => parseUpn(each + rest).value !== undefined);
    yield { nhsNumber: `${nine}${check}`, upn: `${letter}${rest}` };
  }
  throw new Error('There are no more NHS numbers in the test range: an area of this size cannot be made up.');
}
