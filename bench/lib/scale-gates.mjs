// Gates of a run over several sizes: how much a figure grows from the smallest to the largest, or where it must stay.

export function checkScaleGates(gates, sizes) {
  const done = sizes.filter(({ skipped }) => !skipped);
  return gates.flatMap((gate) =>
    figuresOf(gate.figure, done).map((figure) => ({ figure, ...judged(gate, figure, done) })),
  );
}

/** `pages.*.p95` is one gate for each page. */
function figuresOf(figure, [first]) {
  if (!figure.includes('*') || !first) return [figure];
  const [before, after] = figure.split('.*');
  return Object.keys(at(first, before)).map((name) => `${before}.${name}${after}`);
}

function judged({ growth, least, most, fromEvents = 0 }, figure, done) {
  const smallest = done[0];
  const largest = done.at(-1);
  if (!largest || largest.events < fromEvents)
    return { met: undefined, why: `no size with ${fromEvents} events was run` };
  const value = at(largest, figure);
  if (value === undefined) return { met: undefined, why: 'not measured' };
  // A request that failed is quick.
  const errors = at(largest, `${figure.slice(0, figure.lastIndexOf('.'))}.errors`) ?? {};
  if (Object.keys(errors).length > 0) return { met: false, bound: 'no errors', why: Object.keys(errors).join(', ') };
  if (growth !== undefined) {
    if (smallest === largest) return { met: undefined, why: 'only one size was run' };
    const ratio = value / at(smallest, figure);
    return { met: ratio <= growth, bound: `at most ${growth} times the smallest`, value, ratio };
  }
  const bound = least === undefined ? `at most ${most}` : `at least ${least}`;
  return { met: least === undefined ? value <= most : value >= least, bound, value, ratio: value / (least ?? most) };
}

const at = (size, figure) => figure.split('.').reduce((value, name) => value?.[name], size);
