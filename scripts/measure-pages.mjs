// Measures the pages on the demo area: server time of each, and bytes over the wire on a first load. Builds nothing: run scripts/build.mjs first.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from './lib/demo.mjs';

const rounds = 300;
const data = mkdtempSync(join(tmpdir(), 'onward-measure-'));
const demo = await startDemo(data, '2026-11-25T09:00:00.000Z');
const headers = { authorization: 'Bearer demo-asha.caseworker', accept: 'text/html' };
const get = (url, more = {}) => demo.app.inject({ method: 'GET', url, headers: { ...headers, ...more } });

const worklist = await get('/ehc/worklist?limit=100');
const [review] = /\/ehc\/plans\/[\w-]+\/reviews\/[\w-]+/.exec(worklist.body) ?? [''];
const [person] = /\/people\/[\w-]+/.exec(worklist.body) ?? [''];
const assets = [...worklist.body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, file]) => file);
const library = /from ['"](\/assets\/[^'"]+)/.exec((await get(assets.find((file) => file.endsWith('.js')))).body)?.[1];
const brotli = { 'accept-encoding': 'br' };
let shared = 0;
for (const file of [...assets, library]) shared += (await get(file, brotli)).rawPayload.length;

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
const lines = [['page', 'rows', 'p50 ms', 'p95 ms', 'CPU ms', 'kB of HTML', 'kB on first load']];
for (const [name, url] of [
  ['home', '/'],
  ['SEND worklist of 100', '/ehc/worklist?limit=100'],
  ['worklist of all pathways of 100', '/worklist?limit=100'],
  ['review', review],
  ['person with timeline', person],
]) {
  for (let warm = 0; warm < 40; warm++) await get(url, brotli);
  const times = [];
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    await get(url, brotli);
    times.push(performance.now() - from);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const plain = await get(url);
  const bytes = (await get(url, brotli)).rawPayload.length;
  const rows = plain.body.split('onward-why').length - 1;
  const kB = (count) => (count / 1000).toFixed(1);
  lines.push([
    name,
    rows,
    at(times, 0.5),
    at(times, 0.95),
    ((user + system) / 1000 / rounds).toFixed(1),
    kB(bytes),
    kB(bytes + shared),
  ]);
}
const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => String(line[column]).length)));
for (const line of lines) console.log(line.map((cell, column) => String(cell).padEnd(widths[column])).join('  '));
await demo.close();
rmSync(data, { recursive: true, force: true });
