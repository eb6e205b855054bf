// A page of an earlier day leads to lists of that day: a count and what stands behind it are of one day.
import { startOnward, type TestOnward } from './kit/onward.js';
import { visitorsOf, type Cookies } from './kit/visitor.js';

let onward: TestOnward;
let ella: Cookies;
beforeAll(async () => {
  onward = await startOnward('2026-06-01T09:00:00.000Z');
  ella = await signedIn('ella.manager');
});
afterAll(() => onward.close());
const { get, signedIn } = visitorsOf(() => onward);

it.each([
  ['/', /href="(\/worklist\?[^"]*status=[^"]*)"/g],
  ['/tasks', /href="(\/tasks\?whose=[^"]*)"/g],
])('%s', async (path, links) => {
  const hrefs = async (url: string) => [...(await get(url, ella)).body.matchAll(links)].map(([, href = '']) => href);
  const then = await hrefs(`${path}?asOf=2026-05-01`);
  expect(then.length).toBeGreaterThan(2);
  for (const href of then) expect(href).toContain('asOf=2026-05-01');
  for (const href of await hrefs(path)) expect(href).not.toContain('asOf');
});
