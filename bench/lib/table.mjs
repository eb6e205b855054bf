// Prints what was measured, and which gates were met.
const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export function printWorkload({ name, what, busyBefore, contenders, gates, skipped }) {
  console.log(`\n${name}: ${what} (load of the machine before: ${busyBefore.toFixed(1)})`);
  console.log(
    `  ${'contender'.padEnd(26)}${'rate/s'.padStart(10)}${'p50 ms'.padStart(10)}${'p95 ms'.padStart(10)}${'p99 ms'.padStart(10)}${'errors'.padStart(8)}`,
  );
  for (const [contender, figures] of Object.entries(contenders)) {
    const { rate, p50, p95, p99, errors } = figures;
    const failed = Object.values(errors ?? {}).reduce((sum, times) => sum + times, 0);
    const cells = [rate, p50, p95, p99].map((value, index) =>
      (value === undefined ? '' : (index === 0 ? number : fine).format(value)).padStart(10),
    );
    console.log(`  ${contender.padEnd(26)}${cells.join('')}${String(failed).padStart(8)}${others(figures)}`);
    for (const [words, times] of Object.entries(errors ?? {})) console.log(`      ${times} × ${words}`);
  }
  for (const why of skipped) console.log(`  NOT MEASURED  ${why}`);
  for (const { gate, met, share, least, most, why } of gates) {
    const mark = met === undefined ? 'NOT MEASURED' : met ? 'met' : 'NOT MET';
    console.log(
      `  ${mark.padEnd(13)} ${gate}${share === undefined ? `  (${why})` : `  (${fine.format(share)} of the bound; rounds ${fine.format(least)} to ${fine.format(most)})`}`,
    );
  }
}

const shown = new Set(['rate', 'p50', 'p95', 'p99', 'errors', 'rounds']);

const others = (figures) => {
  const more = Object.entries(figures).filter(([key, value]) => !shown.has(key) && typeof value === 'number');
  return more.length === 0
    ? ''
    : `   ${more.map(([key, value]) => `${key} ${value < 100 ? fine.format(value) : number.format(value)}`).join(', ')}`;
};
