// Prints a run over several sizes: a column for each, then the gates.
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, minimumFractionDigits: 1 });

export function printScale(sizes, gates, compare) {
  const done = sizes.filter(({ skipped }) => !skipped);
  for (const { plans, skipped } of sizes) if (skipped) console.log(`NOT MEASURED  ${plans} plans: ${skipped}`);
  const row = (name, of) => console.log(`  ${name.padEnd(38)}${done.map((size) => of(size).padStart(26)).join('')}`);
  const tail = ({ p50, p95, p99 }) => [p50, p95, p99].map((value) => fine.format(value)).join(' / ');
  row('plans', ({ plans }) => whole.format(plans));
  row('people', ({ people }) => whole.format(people));
  row('events', ({ events }) => whole.format(events));
  row('load of the machine before', ({ busyBefore }) => fine.format(busyBefore));
  row('told, events/s', ({ told }) => whole.format(told.rate));
  row('told, peak memory MB', ({ told }) => whole.format(told.peakRssMb));
  row('append, p50 / p95 / p99 ms', ({ append }) => tail(append));
  for (const name of Object.keys(done[0]?.pages ?? {}))
    row(`${name}, p50 / p95 / p99 ms`, ({ pages }) => tail(pages[name]) + failed(pages[name]));
  for (const name of Object.keys(done[0]?.pages ?? {}))
    row(`${name}, ms of processor each`, ({ pages }) => fine.format(pages[name].cpuMs ?? NaN));
  row('worklist while rebuilding', ({ whileRebuilding }) => tail(whileRebuilding) + failed(whileRebuilding));
  row('rebuild, events/s', ({ rebuild }) => whole.format(rebuild.rate));
  row('rebuild, peak memory MB', ({ rebuild }) => whole.format(rebuild.peakRssMb));
  row('start-up, s', ({ startUpSeconds }) => fine.format(startUpSeconds));
  const last = done.at(-1);
  if (last)
    console.log(
      `  ${compare.what}: ${compare.rate}/s; here ${fine.format(last.rebuild.rate / compare.rate)} times that`,
    );
  for (const { figure, met, bound, value, ratio, why } of gates) {
    const mark = met === undefined ? 'NOT MEASURED' : met ? 'met' : 'NOT MET';
    console.log(
      `  ${mark.padEnd(13)} ${figure}: ${why ?? `${bound}; ${fine.format(value)} (${ratio.toFixed(2)} ${bound.includes('times') ? 'times' : 'of the bound'})`}`,
    );
  }
}

function failed({ errors }) {
  const times = Object.values(errors ?? {}).reduce((sum, each) => sum + each, 0);
  return times > 0 ? ` (${times} failed)` : '';
}
