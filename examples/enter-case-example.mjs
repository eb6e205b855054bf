// Enters a case example into a running demo store through the HTTP API, and replays it month by month. See docs/case-examples.md.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { enter, replay } from './steps.mjs';

const usage = 'Usage: node examples/enter-case-example.mjs 1|2 [--url http://127.0.0.1:3000] [--no-replay]';
const say = (words = '') => process.stdout.write(`${words}\n`);

/** Something that the reader can mend; it ends the script without a stack. */
class Hindrance extends Error {}

function read() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      allowNegative: true,
      options: {
        url: { type: 'string', default: process.env.ONWARD_URL ?? 'http://127.0.0.1:3000' },
        replay: { type: 'boolean', default: true },
      },
    });
    if (positionals.length === 1 && /^[12]$/.test(positionals[0])) return { ...values, number: positionals[0] };
  } catch {
    // an option that is not known: the usage says which are
  }
  throw new Hindrance(usage);
}

const overHttp =
  (url) =>
  async (method, path, { as, key, after, body }) => {
    const headers = { authorization: `Bearer demo-${as}`, accept: 'application/json' };
    if (key) headers['idempotency-key'] = key;
    if (after) headers['onward-after'] = after;
    if (body) headers['content-type'] = 'application/json';
    const response = await fetch(new URL(path, url), { method, headers, body: body && JSON.stringify(body) }).catch(
      (error) => {
        throw new Hindrance(
          `Nobody answers at ${url} (${error.cause?.code ?? error.message}). Start Onward with \`npm start\`, or say --url.`,
        );
      },
    );
    if (response.status === 401) {
      throw new Hindrance(
        `${url} does not know ${as}: it is a live store. Case examples are made up and belong in a demo store only.`,
      );
    }
    return { status: response.status, body: await response.json() };
  };

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const shown = (date) => `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
const outcomes = { recorded: 'recorded', there: 'was there already' };

function tellStep({ number, step, outcome, rule, detail }) {
  say(
    `${String(number).padStart(3)}  ${step.on ? shown(step.on) : 'today'} · ${step.who} · ${step.told ? 'as told' : 'made up'}`,
  );
  say(`     ${step.what}`);
  say(`     → ${rule ? `refused by ${rule}, as it should be: ${detail}` : outcomes[outcome]}`);
}

function tellMonth({
  on,
  age,
  stage,
  leadsName,
  inACrisis,
  closed,
  milestones,
  past18,
  bridging,
  contacts,
  due,
  missed,
}) {
  const line = (label, words) => say(`     ${label.padEnd(9)}${words}`);
  const open = closed ? `closed to CAMHS on ${shown(closed.on)}: ${closed.destination}` : 'open to CAMHS';
  say(`${shown(on)} · ${age.years}y ${age.months}m · stage ${stage ?? '-'} · ${leadsName} leads · ${open}`);
  if (inACrisis) line('crisis', inACrisis);
  line('done', milestones.join(', ') || 'nothing yet');
  if (past18) line('past 18', `for ${past18.days} days: ${past18.reason ?? 'no reason recorded (TRN-02)'}`);
  if (bridging)
    line('waiting', `accepted on ${shown(bridging.since)}, no worker has met them for ${bridging.days} days`);
  if (contacts.length > 0) {
    const made = contacts.filter(({ metOn }) => metOn !== null).length;
    const late = contacts.filter(({ status }) => status === 'met late').length;
    line('contacts', `${made} of the ${contacts.length} promised by then were made, ${late} of them late (TRN-08)`);
  }
  if (due[0]) line('next', `${shown(due[0].dueOn)}: ${due[0].title} (${due[0].rule})`);
  for (const row of missed) line(row.status, `since ${shown(row.dueOn)}: ${row.title} (${row.rule})`);
}

async function run() {
  const { number, url, replay: replays } = read();
  const example = JSON.parse(readFileSync(new URL(`case-example-${number}.json`, import.meta.url), 'utf8'));
  const send = overHttp(url);
  say(`Case example ${number}: ${example.title}`);
  say(`${example.source}. The people are made up.`);
  say();
  const entered = await enter(example, send, tellStep);
  const count = (outcome) => entered.taken.filter((one) => one.outcome.startsWith(outcome)).length;
  say();
  say(
    count('recorded') === 0
      ? `Nothing has changed: all ${count('there')} steps were there already.`
      : `${count('recorded')} steps recorded, ${count('there')} there already.`,
  );
  say(`Refused, as they should be: ${count('refused')}.`);
  if (replays) {
    say();
    say('Month by month, as the case stood at the end of each:');
    say();
    for (const month of await replay(example, entered, send)) tellMonth(month);
  }
  say();
  say(`The young person: ${url}/api/v1/young-people/${entered.ids.personId}`);
  say(`The case:         ${url}/api/v1/transitions/${entered.ids.transitionId}`);
}

try {
  await run();
} catch (error) {
  if (!(error instanceof Hindrance) && !/^Step /.test(error.message)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
