// The HTTP server: an ordered list of steps from a module to something that listens.
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { serveDocsPage } from '../../engine/api/docs-page.js';
import { describeApi } from '../../engine/api/openapi.js';
import { validation } from '../../engine/api/validation.js';
import { securePages } from '../../engine/web/security/secure-pages.js';
import { AppModule, type Foundations } from '../app.module.js';
import { watchRequests } from '../../engine/observing/watch-requests.js';
import { version } from './version.js';

/** Largest body of a request, but where a route says its own. Files are loaded by the command line, not through here. */
const bodyLimit = 256 * 1024;

export async function createServer(foundations: Foundations): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: false,
    // The longest address that Node takes: a long name in it is not found (404) by the page it is for, instead of refused by the router.
    routerOptions: { maxParamLength: 16 * 1024 },
  });
  adapter.getInstance().addHook('onRoute', (route) => {
    const { bodyLimit: own } = (route.config ?? {}) as { readonly bodyLimit?: number };
    if (own !== undefined) route.bodyLimit = own;
  });
  const app = await NestFactory.create<NestFastifyApplication>(await AppModule.from(foundations), adapter, {
    logger: foundations.log,
    abortOnError: false,
  });
  app.useGlobalPipes(validation());
  watchRequests(app, foundations.watching);
  await securePages(app);
  describeApi(app, version);
  serveDocsPage(app);
  await app.init();
  await adapter.getInstance().ready();
  return app;
}
