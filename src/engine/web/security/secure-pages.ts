// What every page is sent with and every form must bring: headers, nonces, a token against forged forms, compression.
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { encodingOf } from '../assets/encoding.js';
import { isPage } from '../http.js';
import { cookieNames } from './cookies.js';

/**
 * Of a route whose address nobody can guess: whoever could make a browser send it would have to know the key already, so it needs no token
 * against forged forms, and no cookie. What was typed on it is never refused for a cookie that is gone.
 */
export const addressIsKey = { addressIsKey: true } as const;

const isItsOwnKey = (config: unknown): boolean =>
  (config as { readonly addressIsKey?: unknown } | undefined)?.addressIsKey === true;

/** Nothing from elsewhere, nothing inline without this answer's nonce. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'style-src': ["'self'"],
    'script-src': ["'self'"],
    'img-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  },
};

/** The page that documents the API brings its own inline styles and scripts; nobody is signed in on it. */
const forApiDocs =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

export async function securePages(app: NestFastifyApplication): Promise<void> {
  await app.register(cookie);
  await app.register(csrf, {
    cookieKey: cookieNames.csrf,
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'strict' },
    getToken: ({ body }) => (body as { _csrf?: string } | null)?._csrf,
  });
  await app.register(helmet, {
    contentSecurityPolicy,
    enableCSPNonces: true,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/api/docs')) reply.raw.setHeader('content-security-policy', forApiDocs);
    done();
  });
  server.addHook('preValidation', (request, reply, done) => {
    if (request.method !== 'POST' || !isPage(request) || isItsOwnKey(request.routeOptions.config)) done();
    else server.csrfProtection(request, reply, done);
  });
  server.addHook('onSend', async (request, reply, payload) => {
    if (!String(reply.getHeader('content-type')).startsWith('text/html')) return payload;
    void reply.header('cache-control', 'no-store').header('vary', 'accept-encoding');
    const encoding = encodingOf(request.headers['accept-encoding']);
    if (encoding === undefined || typeof payload !== 'string' || payload.length < 1000) return payload;
    void reply.header('content-encoding', encoding).removeHeader('content-length');
    return encoding === 'br' ? toBrotli(payload) : toGzip(payload);
  });
}

const toGzip = promisify(gzip);
const toBrotli = (text: string): Promise<Buffer> =>
  promisify(brotliCompress)(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
