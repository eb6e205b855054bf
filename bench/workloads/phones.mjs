// A clinic morning in two minutes: so many young people come one after the other, each with a phone and a link of their own, and think between the questions; the clinic looks at its list meanwhile.
import { URLSearchParams } from 'node:url';
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { chance } from '../lib/chance.mjs';
import { round, summary } from '../lib/measure.mjs';
import { freshFolder } from '../lib/paths.mjs';
import { startServer } from '../lib/server.mjs';

const nurse = { authorization: 'Bearer demo-dev.nurse', 'content-type': 'application/json' };

export async function run({ name, sizes, rounds, warmUp }, { seed }) {
  const folder = freshFolder(name);
  const server = await startServer(folder.path);
  try {
    await server.caughtUp();
    const results = { page: [], keep: [], send: [], list: [], weight: [] };
    for (let index = 0; index < warmUp + rounds; index++) {
      const measured = await morning(server, sizes, chance(seed + index).next);
      if (index >= warmUp) for (const [what, figures] of Object.entries(measured)) results[what].push(figures);
    }
    const contenders = Object.entries(results).map(([what, all]) => [what, summary(all)]);
    return { contenders: Object.fromEntries(contenders), skipped: [] };
  } finally {
    await server.stop();
    folder.remove();
  }
}

async function morning(server, { phones, thinkMs, comeWithinMs }, random) {
  const times = { page: [], keep: [], send: [], list: [] };
  const bytes = { page: 0 };
  const errors = {};
  const timed = async (what, ask) => {
    const start = performance.now();
    const answer = await ask();
    const text = await answer.text();
    times[what].push(performance.now() - start);
    if (answer.status >= 400) errors[`${what}: ${answer.status}`] = (errors[`${what}: ${answer.status}`] ?? 0) + 1;
    if (what === 'page') bytes.page = Math.max(bytes.page, Buffer.byteLength(text));
    return text;
  };
  const links = await give(server, phones, random);
  const thinking = () => pause(thinkMs * (0.5 + random()));
  const phone = async (token) => {
    const at = (step) => `${server.url}/own-form/${token}${step === undefined ? '' : `/${step}`}`;
    const post = (what, step, answers) =>
      timed(what, () => fetch(at(step), { method: 'POST', body: new URLSearchParams(answers), redirect: 'manual' }));
    await pause(comeWithinMs * random());
    await timed('page', () => fetch(at()));
    for (let question = 1; question <= 60; question++) {
      const page = await timed('page', () => fetch(at(String(question))));
      const [, answer] = /name="(answer-[\w-]+)"/.exec(page) ?? [];
      if (answer === undefined) break;
      await thinking();
      await post('keep', String(question), { [answer]: random() < 0.2 ? 'help' : 'yes', _to: 'next' });
      if (page.includes('Keep and check')) break;
    }
    await timed('page', () => fetch(at('check')));
    await post('send', 'send', {});
  };
  let going = true;
  const clinic = async () => {
    while (going) {
      await timed('list', () => fetch(`${server.url}/api/v1/readiness`, { headers: nurse }));
      await pause(1000);
    }
  };
  const began = performance.now();
  const watching = clinic();
  await Promise.all(links.map(phone));
  going = false;
  await watching;
  const milliseconds = performance.now() - began;
  await server.caughtUp();
  const figures = Object.entries(times).map(([what, all]) => [
    what,
    round(all, milliseconds, what === 'page' ? errors : {}),
  ]);
  return { ...Object.fromEntries(figures), weight: { bytes: bytes.page } };
}

/** Young people who start today, and the link of each for their own form: by the API, as a clinic's own system would. */
async function give(server, phones, random) {
  const send = async (path, body, as) => {
    const headers = { authorization: `Bearer demo-${as}`, 'content-type': 'application/json' };
    const answer = await fetch(`${server.url}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (answer.status !== 200) throw new Error(`${path} was refused: ${await answer.text()}`);
    return (await answer.json()).id;
  };
  const day = (later) => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);
  const tokens = Array.from({ length: phones }, () => randomBytes(16).toString('base64url'));
  for (const [index, token] of tokens.entries()) {
    const birthDate = day(-365.25 * (11.5 + 6 * random()));
    const person = { givenName: `Phone ${index}`, familyName: 'Made-Up', birthDate };
    const personId = await send('young-people', person, 'ben.clinician');
    const start = { personId, service: 'community-paediatrics', longTermCondition: true, likelyAdultServices: true };
    const programme = await send('readiness', start, 'dev.nurse');
    const tokenHash = createHash('sha256').update(token).digest('hex');
    await send(`readiness/${programme}/forms`, { questionnaire: 'steady', validUntil: day(7), tokenHash }, 'dev.nurse');
  }
  await server.caughtUp();
  return tokens;
}
