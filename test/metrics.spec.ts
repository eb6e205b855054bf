// The figures for Prometheus: behind their token, true, with a bounded number of labels and nothing about anybody in them.
import { startOnward, temporaryData, type TestOnward } from './kit/onward.js';

const token = 'a-token-for-collectors-only';
const ada = { givenName: 'Ada', familyName: 'Quillfeather', birthDate: '2016-03-04', postcode: 'EX1 1AA' };
const people = '/api/v1/young-people';

let onward: TestOnward;
const start = async (metricsToken?: string) =>
  (onward = await startOnward(undefined, temporaryData(), { metricsToken }));
const scrape = async (authorization = `Bearer ${token}`) =>
  onward.app.inject({ method: 'GET', url: '/metrics', headers: { authorization } });
/** The value of a figure; undefined when there is none. */
const figure = async (name: string): Promise<number | undefined> => {
  const line = (await scrape()).body.split('\n').find((each) => each.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length));
};

afterEach(() => onward.close());

describe('the address of the figures', () => {
  it('is not there when no token is set', async () => {
    await start();
    const asked = [await scrape(), await scrape('Bearer '), await scrape('')];
    expect(asked.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
  });

  it('answers only whoever knows the token, and nobody who is signed in', async () => {
    await start(token);
    const asked = [await scrape(''), await scrape(`Bearer ${token}x`), await scrape('Bearer demo-asha.caseworker')];
    expect(asked.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401]);
    for (const { body } of asked) expect(body).not.toContain('onward_');
    const answer = await scrape();
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, expect.stringContaining('text/plain')]);
    expect(answer.body).toContain('process_cpu_seconds_total');
  });
});

describe('the figures', () => {
  it('count commands by name and outcome, appends, events and conflicts', async () => {
    await start(token);
    const { body } = await onward.post<{ id: string }>(people, ada);
    const needs = (revision: string) =>
      onward.post(
        `${people}/${body.id}/communication-needs`,
        { interpreter: 'Polish' },
        { headers: { 'if-match': revision } },
      );
    const stale = [await needs('"7"'), await needs('"0"'), await needs('"0"')];
    expect(stale.map(({ status }) => status)).toEqual([409, 200, 409]);
    expect(await figure('onward_commands_total{command="RegisterYoungPerson",outcome="done"}')).toBe(1);
    expect((await scrape()).body).toMatch(/onward_commands_total\{command="\w+",outcome="changed-by-someone-else"\} 2/);
    expect(await figure('onward_events_appended_total{category="youngPerson"}')).toBeGreaterThan(0);
    expect(await figure('onward_append_seconds_count')).toBeGreaterThan(0);
  });

  it('name routes by their template, and what no route answers by one word', async () => {
    await start(token);
    const { body } = await onward.post<{ id: string }>(people, ada);
    await onward.get(`${people}/${body.id}`);
    await onward.app.inject({ method: 'GET', url: `/nowhere/${body.id}`, headers: { accept: 'text/html' } });
    const text = (await scrape()).body;
    expect(await figure(`onward_request_seconds_count{method="GET",route="${people}/:personId",status="2xx"}`)).toBe(1);
    expect(text).toContain('onward_request_seconds_count{method="GET",route="none",status="4xx"} 1');
    for (const personal of [body.id, 'Ada', 'Quillfeather', 'EX1', 'asha'])
      expect({ personal, there: text.includes(personal) }).toEqual({ personal, there: false });
  });

  it('tell how far each list is behind, in events and seconds, and which stands still', async () => {
    await start(token);
    const lag = (what: string) => figure(`onward_projection_${what}{projection="young_people"}`);
    expect([await lag('lag_events'), await lag('lag_seconds'), await lag('paused')]).toEqual([0, 0, 0]);
    await onward.app.inject({
      method: 'POST',
      url: people,
      headers: { authorization: 'Bearer demo-asha.caseworker' },
      payload: ada,
    });
    onward.clock.set('2026-06-01T09:01:30.000Z');
    expect(await lag('lag_events')).toBeGreaterThan(0);
    expect(await lag('lag_seconds')).toBe(90);
    const ready = await onward.get<{ lag: object; projections: { behindSeconds: number }[] }>('/health/ready');
    expect(ready.body.lag).toEqual({ events: await lag('lag_events'), seconds: 90 });
    expect(ready.body.projections.map(({ behindSeconds }) => behindSeconds)).toContain(90);
    await onward.opened.projecting.catchUp();
    expect([await lag('lag_events'), await lag('lag_seconds')]).toEqual([0, 0]);
  });

  it('say that the store is away, and then show no lag that nobody knows', async () => {
    await start(token);
    expect(await figure('onward_store_up')).toBe(1);
    jest.spyOn(onward.opened.stores.store, 'head').mockRejectedValue(new Error('away'));
    expect(await figure('onward_store_up')).toBe(0);
    expect((await scrape()).body).not.toContain('onward_projection_lag_seconds{');
  });
});
