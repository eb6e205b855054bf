// Times single operations and whole rounds; percentiles, never means.

/** Runs `work(index)` so many times one after the other. Failed operations are counted, not timed. */
export async function oneByOne(count, work) {
  const latencies = [];
  const errors = {};
  const began = performance.now();
  for (let index = 0; index < count; index++) {
    const start = performance.now();
    try {
      await work(index);
      latencies.push(performance.now() - start);
    } catch (error) {
      note(errors, error);
    }
  }
  return round(latencies, performance.now() - began, errors);
}

/** The same for work that does not wait: no promise stands between the clock and the driver. */
export function oneByOneSync(count, work) {
  const latencies = new Array(count);
  const began = performance.now();
  for (let index = 0; index < count; index++) {
    const start = performance.now();
    work(index);
    latencies[index] = performance.now() - start;
  }
  return round(latencies, performance.now() - began, {});
}

/** So many writers at once, each waiting for its answer before it sends the next. */
export async function allAtOnce(writers, count, work) {
  const latencies = [];
  const errors = {};
  let next = 0;
  const began = performance.now();
  const writer = async () => {
    for (let index = next++; index < count; index = next++) {
      const start = performance.now();
      try {
        await work(index);
        latencies.push(performance.now() - start);
      } catch (error) {
        note(errors, error);
      }
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return round(latencies, performance.now() - began, errors);
}

/** What one round of one contender came to; `rate` counts what succeeded. */
export function round(latencies, milliseconds, errors = {}) {
  const sorted = Float64Array.from(latencies).sort();
  return {
    rate: (latencies.length / milliseconds) * 1000,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    errors,
    latencies,
  };
}

/** Contenders take turns within each round (A B A B …), so that a machine that slows down slows down all of them. */
export async function takingTurns({ rounds, warmUp }, contenders) {
  const results = {};
  for (const name of Object.keys(contenders)) results[name] = [];
  for (let index = 0; index < warmUp + rounds; index++) {
    for (const [name, turn] of Object.entries(contenders)) {
      const result = await turn();
      if (index >= warmUp) results[name].push(result);
    }
  }
  return Object.fromEntries(Object.entries(results).map(([name, all]) => [name, summary(all)]));
}

/** Medians over the rounds; percentiles over every operation of every round. */
export function summary(rounds) {
  const sorted = Float64Array.from(rounds.flatMap(({ latencies = [] }) => latencies)).sort();
  const figures = {};
  for (const key of Object.keys(rounds[0] ?? {}))
    if (typeof rounds[0][key] === 'number') figures[key] = median(rounds.map((each) => each[key]));
  if (sorted.length > 0)
    Object.assign(figures, {
      p50: percentile(sorted, 0.5),
      p95: percentile(sorted, 0.95),
      p99: percentile(sorted, 0.99),
    });
  const errors = {};
  for (const { errors: seen = {} } of rounds)
    for (const [words, times] of Object.entries(seen)) errors[words] = (errors[words] ?? 0) + times;
  return {
    ...figures,
    errors,
    rounds: rounds.map(({ rate, p50, p95, p99, latencies, errors: failed, ...each }) =>
      latencies ? { rate, p50, p95, p99, failed } : { ...each, ...(rate === undefined ? {} : { rate }) },
    ),
  };
}

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;

function note(errors, error) {
  const words = error instanceof Error ? error.message : String(error);
  errors[words] = (errors[words] ?? 0) + 1;
}
