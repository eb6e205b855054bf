// Gates as text: `onward.rate >= 0.75 * raw.rate`. Both sides are taken in the same round, and the median round decides.
import { median } from './measure.mjs';

const shape = /^(.+?)\s*(>=|<=)\s*(.+)$/;

/** `met` is undefined when a contender did not run. */
export function checkGate(text, contenders) {
  const [, left, sign, right] = shape.exec(text) ?? [];
  if (!left) throw new Error(`Not a gate: ${text}`);
  const names = [...text.matchAll(/([a-z][\w-]*)\.\w+/gi)].map((match) => match[1]);
  const missing = names.find((name) => !contenders[name]);
  if (missing) return { gate: text, met: undefined, why: `${missing} was not measured` };
  const rounds = Math.min(...names.map((name) => contenders[name].rounds.length));
  // The smaller side comes from division: how many times the bound was reached.
  const shares = Array.from(
    { length: rounds },
    (_, index) => value(left, contenders, index) / value(right, contenders, index),
  );
  const share = median(shares);
  return {
    gate: text,
    met: sign === '>=' ? share >= 1 : share <= 1,
    share,
    least: Math.min(...shares),
    most: Math.max(...shares),
  };
}

/** A product of numbers and of figures like `raw.rate`, in one round. */
function value(side, contenders, index) {
  return side.split('*').reduce((product, part) => {
    const [name, figure] = part.trim().split('.');
    const number = Number(part);
    return product * (Number.isNaN(number) ? contenders[name].rounds[index][figure] : number);
  }, 1);
}
