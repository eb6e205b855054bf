// A round of HTTP requests by autocannon, each to another case; latencies to the microsecond (its own report has whole milliseconds).
import autocannon from 'autocannon';
import { round } from './measure.mjs';

/** Pages: each request says for itself who asks. */
export const get = (given) => fire(given);

export function fire({ url, connections, requests, headers }) {
  return new Promise((resolve, reject) => {
    const latencies = [];
    const errors = {};
    let next = 0;
    let began;
    let ended;
    // Autocannon cycles through `requests` on each connection; this gives each request out once.
    const setupRequest = (request) => ({ ...request, ...requests[next++ % requests.length] });
    const cannon = autocannon(
      { url, connections, amount: requests.length, headers, requests: [{ method: 'POST', path: '/', setupRequest }] },
      (error) => (error ? reject(error) : resolve(round(latencies, ended - began, errors))),
    );
    cannon.once('start', () => (began = performance.now()));
    cannon.on('response', (_client, status, _bytes, milliseconds) => {
      ended = performance.now();
      if (status === 200) latencies.push(milliseconds);
      else errors[`HTTP ${status}`] = (errors[`HTTP ${status}`] ?? 0) + 1;
    });
    cannon.on('reqError', (error) => (errors[error.message] = (errors[error.message] ?? 0) + 1));
  });
}
