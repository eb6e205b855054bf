// Every route of the API and every page that can be asked for a day answers clearly, whatever day it is asked for.
import { parse } from 'csv-parse/sync';
import { fillDemoArea } from '../src/apps/demo/fill-demo-area.js';
import { everyPage } from './journeys/pages.js';
import type { Journeys } from './journeys/kit.js';
import { everyQuestion, roles } from './kit/every-question.js';
import { startOnward, type TestOnward } from './kit/onward.js';

jest.setTimeout(300_000);

let onward: TestOnward;
let doors: readonly Door[];
beforeAll(async () => {
  onward = await startOnward('2026-11-25T09:00:00.000Z');
  const { stores, foundations, projecting } = onward.opened;
  await fillDemoArea(stores, onward.clock.today(), foundations.log);
  await projecting.catchUp();
  doors = await everyDoor();
});
afterAll(() => onward.close());

const nobodysDays = ['0001-01-01', '1899-12-31', '2101-01-01', '9999-12-31', '2026-02-30', 'tomorrow', ''];
const outermostDays = ['1900-01-01', '2100-12-31'];

const onDay = (path: string, day: string) =>
  `${path.replace(/([?&])asOf=[^&]*&?/, '$1')}${path.includes('?') ? '&' : '?'}asOf=${day}`;

async function ask(path: string, as: string, accept: string) {
  const headers = { accept, authorization: `Bearer demo-${as}` };
  return onward.app.inject({ method: 'GET', url: path, headers });
}

interface Door {
  readonly path: string;
  readonly as: string;
  readonly accept: string;
}

/** Whoever is let in asks: what is refused for another reason would prove nothing. */
async function everyDoor(): Promise<Door[]> {
  const doors: Door[] = [];
  for (const { path } of await everyQuestion(onward))
    for (const as of roles) {
      const door = { path, as, accept: 'application/json' };
      if ((await ask(path, as, door.accept)).statusCode !== 200) continue;
      doors.push(door);
      break;
    }
  for (const { path, who } of await everyPage({ onward } as unknown as Journeys))
    if (who !== undefined && (await ask(path, who, 'text/html')).statusCode === 200)
      doors.push({ path, as: who, accept: 'text/html' });
  return doors;
}

it('a day that nobody means is refused with 400 everywhere, and on the first and the last day nothing breaks', async () => {
  const wrong: object[] = [];
  for (const { path, as, accept } of doors) {
    for (const day of nobodysDays) {
      const { statusCode, body } = await ask(onDay(path, day), as, accept);
      if (statusCode !== 400) wrong.push({ path, day, statusCode });
      else expect(body).toContain('asOf');
    }
    for (const day of outermostDays) {
      const { statusCode } = await ask(onDay(path, day), as, accept);
      if (statusCode >= 500) wrong.push({ path, day, statusCode });
    }
  }
  expect(doors.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

const today = '2026-11-25';
const forecast =
  /This is a forecast:<\/strong> what is on record today, 25 Nov 2026, reckoned to Thursday 26 Nov 2026\./;

/** Whether an answer says that it is a forecast: in its header, and in itself. */
function says({ headers, body }: Awaited<ReturnType<typeof ask>>): boolean[] {
  const type = String(headers['content-type']);
  const said = headers['onward-forecast'] === 'true';
  if (type.startsWith('text/html')) return [said, forecast.test(body)];
  const answer: unknown = type.startsWith('application/json') ? JSON.parse(body) : [];
  // A list as such has no place to say it in.
  return Array.isArray(answer) ? [said] : [said, (answer as { forecast?: boolean }).forecast === true];
}

it('a day to come is a forecast, and every answer and page says so; of today none does, and an earlier page says how it stood', async () => {
  const wrong: object[] = [];
  let asked = 0;
  for (const { path, as, accept } of doors)
    for (const [day, expected] of [
      ['2026-11-24', false],
      [today, false],
      ['2026-11-26', true],
    ] as const) {
      const answer = await ask(onDay(path, day), as, accept);
      if (answer.statusCode !== 200) continue;
      asked++;
      if (says(answer).some((each) => each !== expected)) wrong.push({ path, day, says: says(answer) });
      const stood = answer.body.includes('As it stood on Tuesday 24 Nov 2026</strong>');
      if (stood !== (accept === 'text/html' && day === '2026-11-24')) wrong.push({ path, day, stood });
    }
  expect(asked).toBeGreaterThan(300);
  expect(wrong).toEqual([]);
});

it('each row of a file of a day to come says so', async () => {
  const pages = doors.filter(({ accept }) => accept === 'text/html');
  const files = new Map<string, string>();
  for (const { path, as } of pages)
    for (const [, href = ''] of (await ask(onDay(path, '2026-11-26'), as, 'text/html')).body.matchAll(
      /href="([^"]*\.(?:csv|xlsx)[^"]*)"/g,
    ))
      files.set(href.replaceAll('&amp;', '&'), as);
  const kinds = new Set<string>();
  for (const [href, as] of files) {
    const { headers, body, statusCode } = await ask(href, as, '*/*');
    // Of some figures nothing may be published.
    if (statusCode === 422) continue;
    expect(href).toContain('asOf=2026-11-26');
    expect([href, statusCode, headers['onward-forecast']]).toEqual([href, 200, 'true']);
    if (href.includes('.xlsx')) continue;
    kinds.add(href.split('/')[2] ?? '');
    const [heads, ...rows] = parse(body, { bom: true });
    expect(heads?.at(-1)).toBe('Forecast');
    for (const row of rows)
      expect(row.at(-1)).toBe('Forecast: what is on record on 25 Nov 2026, reckoned to 26 Nov 2026');
  }
  expect([...kinds].sort()).toEqual(['area', 'phase-transfers', 'term-lists', 'worklist']);
});
