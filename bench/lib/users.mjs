// People at their desks: each asks for a page, reads for a while, asks for the next. (`cannon.mjs` asks as fast as it is answered.)
import { setTimeout as pause } from 'node:timers/promises';
import { round } from './measure.mjs';

/**
 * So many people until the signal aborts. `next()` gives the next request; `thinkMs` is what a person reads between an answer and the next question.
 * They begin one after the other, spread over the first such time, so that they do not all ask at the same moment.
 */
export async function peopleReading({ url, people, thinkMs, next, signal }) {
  const latencies = [];
  const errors = {};
  const began = performance.now();
  const one = async (nth) => {
    await rest((thinkMs * nth) / people, signal);
    while (!signal.aborted) {
      const { path, headers } = next();
      const asked = performance.now();
      const words = await fetch(url + path, { headers })
        .then(async (answer) => {
          await answer.arrayBuffer();
          return answer.status === 200 ? undefined : `HTTP ${answer.status}`;
        })
        .catch((error) => String(error?.message ?? error));
      if (words === undefined) latencies.push(performance.now() - asked);
      else errors[words] = (errors[words] ?? 0) + 1;
      await rest(thinkMs, signal);
    }
  };
  await Promise.all(Array.from({ length: people }, (_, nth) => one(nth)));
  return round(latencies, performance.now() - began, errors);
}

const rest = (milliseconds, signal) => pause(milliseconds, undefined, { signal }).catch(() => undefined);
