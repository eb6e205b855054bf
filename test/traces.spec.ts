// Traces, received by a collector of our own: what belongs together hangs together, and nothing about anybody is in it.
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Traces } from '../src/engine/observing/traces.js';
import { unwatched } from '../src/kernel/watcher.js';
import { startServer } from './kit/process.js';
import { startOnward, temporaryData, type TestOnward } from './kit/onward.js';

interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
}
interface Sent {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[] }[];
}

jest.setTimeout(120_000);

let collector: Server;
let bodies: string[];
let asked: string[];
let endpoint: string;
/** Headers of what came last, and whether the collector answers. */
let headersOf: IncomingHttpHeaders;
let answers: boolean;
beforeEach(async () => {
  bodies = [];
  asked = [];
  answers = true;
  collector = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      bodies.push(body);
      asked.push(`${request.method} ${request.url} ${request.headers['content-type']}`);
      headersOf = request.headers;
      if (answers) response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});
afterEach(async () => {
  collector.closeAllConnections();
  collector.close();
  await once(collector, 'close');
});

const spans = (): SentSpan[] =>
  bodies.flatMap((body) =>
    (JSON.parse(body) as Sent).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  );
const said = ({ attributes }: SentSpan, key: string) => attributes.find((one) => one.key === key)?.value;

it('a request, its command and its append are one trace, which names the correlation id and nobody', async () => {
  const onward: TestOnward = await startOnward(undefined, temporaryData(), { traceTo: endpoint });
  const correlation = '0f9f1f6a-7c7c-4a0a-9d0e-3a6a0a2f7f11';
  const ada = { givenName: 'Ada', familyName: 'Quillfeather', birthDate: '2016-03-04' };
  const { status, body } = await onward.post<{ id: string }>('/api/v1/young-people', ada, {
    headers: { 'x-correlation-id': correlation },
  });
  expect(status).toBe(200);
  await onward.get(`/api/v1/young-people/${body.id}`, { headers: { 'x-correlation-id': 'about Ada Quillfeather' } });
  await onward.close();

  expect(asked[0]).toBe('POST /v1/traces application/json');
  const named = (name: string) => spans().find((span) => span.name === name);
  const request = named('POST /api/v1/young-people');
  const command = named('command RegisterYoungPerson');
  const append = named('append youngPerson');
  expect(request?.parentSpanId ?? '').toBe('');
  expect([command?.parentSpanId, append?.parentSpanId]).toEqual([request?.spanId, command?.spanId]);
  expect(new Set([request, command, append].map((span) => span?.traceId)).size).toBe(1);
  expect(said(append!, 'onward.correlation_id')).toEqual({ stringValue: correlation });
  expect(said(request!, 'http.response.status_code')).toEqual({ intValue: 200 });
  // A question of another request is another trace.
  expect(named('query GetYoungPerson')?.parentSpanId).toBe(named('GET /api/v1/young-people/:personId')?.spanId);
  for (const personal of ['Ada', 'Quillfeather', '2016-03-04', body.id, 'asha'])
    expect({ personal, there: bodies.join().includes(personal) }).toEqual({ personal, there: false });
  expect(bodies.join()).toContain('"onward"');
});

describe('a request that comes with a traceparent', () => {
  const theirs = { trace: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' };
  const asked = async (...headers: readonly Readonly<Record<string, string>>[]) => {
    const onward = await startOnward(undefined, temporaryData(), { traceTo: endpoint });
    for (const one of headers) await onward.get('/api/v1/ehc-plans/worklist', { headers: one });
    await onward.close();
    const of = (name: string) => spans().filter((span) => span.name === name);
    return { requests: of('GET /api/v1/ehc-plans/worklist'), queries: of('query GetReviewWorklist') };
  };

  it('goes on with that trace, for all that it does, and sends on nothing of its tracestate', async () => {
    const { requests, queries } = await asked({
      traceparent: `00-${theirs.trace}-${theirs.span}-01`,
      tracestate: 'vendor=about-Ada-Quillfeather',
    });
    expect(requests).toMatchObject([{ traceId: theirs.trace, parentSpanId: theirs.span }]);
    expect(queries).toMatchObject([{ traceId: theirs.trace, parentSpanId: requests[0]?.spanId }]);
    expect(bodies.join()).not.toContain('Quillfeather');
  });

  it('goes on with one of a later version, too', async () => {
    const { requests } = await asked({ traceparent: `01-${theirs.trace}-${theirs.span}-01-more` });
    expect(requests).toMatchObject([{ traceId: theirs.trace, parentSpanId: theirs.span }]);
  });

  it('is not recorded when whoever asks does not record theirs', async () => {
    const { requests, queries } = await asked({ traceparent: `00-${theirs.trace}-${theirs.span}-00` }, {});
    expect([requests.length, queries.length]).toEqual([1, 1]);
    expect(requests[0]?.traceId).not.toBe(theirs.trace);
  });

  it('begins a trace of its own when it is malformed', async () => {
    const malformed = [
      '',
      'about Ada',
      `00-${theirs.trace}-${theirs.span}`,
      `ff-${theirs.trace}-${theirs.span}-01`,
      `00-${'0'.repeat(32)}-${theirs.span}-01`,
      `00-${theirs.trace}-${'0'.repeat(16)}-01`,
      `00-${theirs.trace}-${theirs.span}-01-more`,
      `00-${theirs.trace.toUpperCase()}-${theirs.span}-01`,
      `00-${theirs.trace}-${theirs.span}-01, 00-${theirs.trace}-${theirs.span}-01`,
    ];
    const { requests } = await asked(...malformed.map((traceparent) => ({ traceparent })));
    expect(requests.map(({ parentSpanId = '' }) => parentSpanId)).toEqual(malformed.map(() => ''));
    expect(new Set(requests.map(({ traceId }) => traceId)).size).toBe(malformed.length);
    expect(bodies.join()).not.toContain(theirs.trace);
  });
});

it('a batch of the projecting thread is found again by the correlation ids of its events', async () => {
  const traces = new Traces(endpoint);
  const one = '0f9f1f6a-7c7c-4a0a-9d0e-3a6a0a2f7f11';
  traces.projected(['worklist'], [one, one, 'about Ada'], 3, 0.01);
  await traces.close();
  const [span] = spans();
  expect(span?.name).toBe('projecting');
  const ids = said(span!, 'onward.correlation_id') as { arrayValue: { values: { stringValue: string }[] } };
  expect(ids.arrayValue.values).toHaveLength(2);
  expect(ids.arrayValue.values[0]).toEqual({ stringValue: one });
  expect(bodies.join()).not.toContain('Ada');
});

it('what fails is an error with the kind of the catalogue', async () => {
  const traces = new Traces(endpoint);
  const doing = { kind: 'command', name: 'RegisterYoungPerson', correlationId: 'c' } as const;
  await expect(traces.around(doing, () => Promise.reject(new Error('Ada')))).rejects.toThrow('Ada');
  await traces.close();
  expect(said(spans()[0]!, 'onward.outcome')).toEqual({ stringValue: 'defect' });
  expect(bodies.join()).not.toContain('Ada');
});

it('the running server tells of its projecting thread, too, in figures and in traces', async () => {
  const token = 'a-token-for-collectors-only';
  const data = temporaryData();
  const server = await startServer(data, { METRICS_TOKEN: token, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
  const scrape = async (authorization: string) => fetch(`${server.url}/metrics`, { headers: { authorization } });
  const headers = { 'x-correlation-id': '0f9f1f6a-7c7c-4a0a-9d0e-3a6a0a2f7f12' };
  const ada = { givenName: 'Ada', familyName: 'Quillfeather', birthDate: '2016-03-04' };
  const recorded = await server.json<{ id: string; position: string }>('/api/v1/young-people', {
    ...{ method: 'POST', body: ada, headers },
  });
  const after = { 'onward-after': recorded.body.position };
  expect((await server.json(`/api/v1/young-people/${recorded.body.id}`, { headers: after })).status).toBe(200);
  const taken = /onward_events_projected_total\{projection="young_people"\} (\d+)/;
  const text = async () => (await scrape(`Bearer ${token}`)).text();
  // The figure crosses by a message of its own, right after the one that let the question through.
  let figures = await text();
  while (!taken.test(figures)) figures = await text();
  expect(Number(taken.exec(figures)?.[1])).toBeGreaterThan(0);
  expect(figures).toContain('onward_projection_paused{projection="young_people"} 0');
  expect((await scrape('Bearer demo-asha.caseworker')).status).toBe(401);
  await server.stop();
  rmSync(data, { recursive: true, force: true });
  const projecting = spans().filter(({ name }) => name === 'projecting');
  expect(JSON.stringify(projecting)).toContain(headers['x-correlation-id']);
  expect(spans().some(({ name }) => name === 'command RegisterYoungPerson')).toBe(true);
  expect(bodies.join()).not.toContain('Quillfeather');
});

it('with neither setting there are no figures and no traces, and requests are answered unwatched', async () => {
  const onward = await startOnward();
  const { watcher, traces, figures } = onward.opened.foundations.watching;
  expect([watcher, traces, figures]).toEqual([unwatched, undefined, undefined]);
  expect((await onward.get('/api/v1/ehc-plans/worklist')).status).toBe(200);
  await onward.close();
});

it('the key of a collector goes with every span, as OTEL_EXPORTER_OTLP_HEADERS says', async () => {
  process.env['OTEL_EXPORTER_OTLP_HEADERS'] = 'x-api-key=a%20key,x-team=send';
  try {
    const traces = new Traces(endpoint);
    traces.projected(['worklist'], [], 1, 0.01);
    await traces.close();
  } finally {
    delete process.env['OTEL_EXPORTER_OTLP_HEADERS'];
  }
  expect(headersOf).toMatchObject({ 'x-api-key': 'a key', 'x-team': 'send' });
});

describe('a collector that takes spans and never answers', () => {
  /** So long would whoever sends wait for an answer. */
  const patience = { OTEL_EXPORTER_OTLP_TIMEOUT: '3600000', OTEL_BSP_EXPORT_TIMEOUT: '3600000' };
  beforeEach(() => {
    answers = false;
    Object.assign(process.env, patience);
  });
  afterEach(() => {
    for (const name of Object.keys(patience)) delete process.env[name];
  });

  it('holds up no request, and no stop', async () => {
    const onward = await startOnward(undefined, temporaryData(), { traceTo: endpoint });
    for (let nth = 0; nth < 3; nth++) expect((await onward.get('/api/v1/ehc-plans/worklist')).status).toBe(200);
    await onward.close();
    expect(asked).toHaveLength(1);
  });

  it('holds up neither thread of a running server', async () => {
    const data = temporaryData();
    const server = await startServer(data, { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...patience });
    expect((await server.json('/api/v1/ehc-plans/worklist')).status).toBe(200);
    expect(await server.stop('SIGTERM')).toBe(0);
    expect(asked.length).toBeGreaterThan(0);
    rmSync(data, { recursive: true, force: true });
  });
});
