// Every route of the API and every page that can be asked for a day answers clearly, whatever day it is asked for.
import { fillDemoArea } from '../src/demo/fill-demo-area.js';
import { everyPage } from './journeys/pages.js';
import type { Journeys } from './journeys/kit.js';
import { everyQuestion, roles } from './kit/every-question.js';
import { startOnward, type TestOnward } from './kit/onward.js';

jest.setTimeout(300_000);

let onward: TestOnward;
beforeAll(async () => {
  onward = await startOnward('2026-11-25T09:00:00.000Z');
  const { stores, foundations, projecting } = onward.opened;
  await fillDemoArea(stores, onward.clock.today(), foundations.log);
  await projecting.catchUp();
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
  const doors = await everyDoor();
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
