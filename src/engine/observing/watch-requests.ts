// Measures and traces every request from the outside, by the template of its route: an address may hold the id of a person.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { stopwatch } from '../../kernel/clock.js';
import type { RequestSpan } from './traces.js';
import type { Watching } from './watching.js';

interface Underway {
  readonly seconds: () => number;
  readonly span: RequestSpan | undefined;
}

/** What no route answers is one and the same to us, or whoever tries addresses would make a figure of each. */
const routeOf = ({ routeOptions }: { readonly routeOptions: { readonly url?: string } }): string =>
  routeOptions.url ?? 'none';

export function watchRequests(app: NestFastifyApplication, { figures, traces }: Watching): void {
  if (!figures && !traces) return;
  const server = app.getHttpAdapter().getInstance();
  const underway = new WeakMap<object, Underway>();
  server.addHook('onRequest', (request, _, done) => {
    const { traceparent } = request.headers;
    const span = traces?.request(request.method, routeOf(request), traceparent as string | undefined);
    underway.set(request, { seconds: stopwatch(), span });
    done();
  });
  // The handler is called from within `done`: what it does belongs to the request.
  server.addHook('preHandler', (request, _, done) => {
    const span = underway.get(request)?.span;
    if (span) span.within(done);
    else done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { seconds, span } = underway.get(request) ?? {};
    const { statusCode: status } = reply;
    if (seconds) figures?.answered({ method: request.method, route: routeOf(request), status, seconds: seconds() });
    span?.end(status);
    done();
  });
}
