// One size of an area, measured from its first event to its pages under load.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tellAreaOf } from './area.mjs';
import { get } from './cannon.mjs';
import { storesIn } from './many-events.mjs';
import { oneByOne } from './measure.mjs';
import { contextOf, openOnward, waitSamples } from './onward.mjs';
import { built, dist, freshFolder } from './paths.mjs';
import { startServer } from './server.mjs';
import { peopleReading } from './users.mjs';

const { storeKind } = await built('store/store-kind.js');
const { closeStores } = await built('apps/ops/open-stores.js');
const child = fileURLToPath(new URL('./rebuild-child.mjs', import.meta.url));
const quiet = '--disable-warning=ExperimentalWarning';

/** Events, keys and two files of lists while a rebuild runs. */
const bytesPerPlan = 150_000;

export async function measureSize(plans, { settings, users, today, until, say }) {
  const folder = freshFolder(`scale-${plans}`);
  try {
    const { bavail, bsize } = statfsSync(folder.path);
    if (bavail * bsize < 2 * plans * bytesPerPlan) return { plans, skipped: 'there is not enough room on the disk' };
    const told = await tell(folder.path, plans, { settings, today, until, say });
    if (told.plans < plans) return { ...told, plans, skipped: `time ended after ${told.plans} plans` };
    const rebuild = rebuildOnce(folder.path);
    say(`rebuilt in ${rebuild.seconds.toFixed(0)} s`);
    const append = await appends(folder.path, settings);
    const pages = await servePages(folder.path, { settings, users, say });
    return { plans, ...told, rebuild, append, ...pages };
  } finally {
    folder.remove();
  }
}

async function tell(data, plans, { settings, today, until, say }) {
  storeKind(data, 'demo');
  const stores = storesIn(data);
  let next = 0;
  try {
    const {
      people,
      seconds,
      plans: done,
    } = await tellAreaOf({
      plans,
      seed: settings.seed,
      today,
      stores,
      until,
      onBlock(so) {
        if (performance.now() < next) return;
        next = performance.now() + 30_000;
        say(`${so.plans} plans told`);
      },
    });
    const events = Number(await stores.store.head());
    return { plans: done, people, events, told: { seconds, rate: events / seconds, peakRssMb: rss() } };
  } finally {
    await closeStores(stores);
  }
}

function rebuildOnce(data) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [quiet, child, data], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the rebuild ended with ${status}: ${stderr.slice(0, 800)}`);
  return JSON.parse(stdout);
}

/** Durable, one after the other, each to a new stream of the full store. */
async function appends(data, { seed, appends: count }) {
  const onward = openOnward(data);
  const sample = waitSamples(seed);
  try {
    const { latencies, ...figures } = await oneByOne(count, () => {
      const subject = sample.uuid();
      const context = { ...contextOf(sample.uuid()), subject };
      return onward.journal.append(`wait-${sample.uuid()}`, 'no_stream', sample.history(1, subject), context);
    });
    return { ...figures, count: latencies.length };
  } finally {
    await onward.close();
  }
}

async function servePages(data, { settings, users, say }) {
  const began = performance.now();
  const server = await startServer(data);
  const startUpSeconds = (performance.now() - began) / 1000;
  try {
    await server.caughtUp();
    const pages = {};
    for (const page of settings.pages) {
      const requests = await requestsOf(server.url, page, settings.requests);
      await get({ url: server.url, connections: users, requests: requests.slice(0, users) });
      const before = processorMs(server.pid);
      const { latencies, ...figures } = await get({ url: server.url, connections: users, requests });
      const cpuMs = before === undefined ? undefined : (processorMs(server.pid) - before) / requests.length;
      pages[page.name] = { ...figures, count: latencies.length, cpuMs };
      say(`${page.name}: p95 ${figures.p95.toFixed(0)} ms`);
    }
    const page = settings.pages.find(({ name }) => name === settings.whileRebuilding);
    return { startUpSeconds, pages, whileRebuilding: await beside(data, server.url, page, { users, settings }) };
  } finally {
    await server.stop();
  }
}

/** People reading the page until a rebuild in another process has ended. */
async function beside(data, url, page, { users, settings: { thinkMs } }) {
  const rebuild = spawn(process.execPath, [quiet, join(dist, 'apps/cli.js'), 'projections', 'rebuild'], {
    env: { ...process.env, ONWARD_DATA: data, ONWARD_LOG: 'error' },
    stdio: 'ignore',
  });
  const ended = new AbortController();
  let code;
  rebuild.once('exit', (exitCode) => {
    code = exitCode ?? 'a signal';
    ended.abort();
  });
  const began = performance.now();
  const requests = await requestsOf(url, page, users * 5);
  let asked = 0;
  const next = () => requests[asked++ % requests.length];
  try {
    const { latencies, ...figures } = await peopleReading({ url, people: users, thinkMs, next, signal: ended.signal });
    if (code !== 0) throw new Error(`the rebuild beside the server ended with ${code}`);
    return { ...figures, count: latencies.length, rebuildSeconds: (performance.now() - began) / 1000 };
  } finally {
    rebuild.kill();
  }
}

/** Each to another case where the page is about one. */
async function requestsOf(url, { as, path }, count) {
  const headers = { authorization: `Bearer demo-${as}`, accept: 'text/html' };
  const list = await fetch(`${url}/api/v1/ehc-plans/worklist?step=review&limit=100`, {
    headers: { authorization: 'Bearer demo-asha.caseworker' },
  });
  const { items } = await list.json();
  return Array.from({ length: count }, (_, index) => {
    const about = items[index % items.length];
    return { method: 'GET', path: path.replace(/\{(\w+)\}/g, (_whole, name) => about[name]), headers };
  });
}

/** What the server's threads have worked so far: on a shared machine this holds still where the clock does not. Linux only. */
function processorMs(pid) {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return undefined;
  }
}

const rss = () => process.resourceUsage().maxRSS / 1024;
