// The API's documentation, made from the routes themselves.
import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { dump } from 'js-yaml';
import { sayNoted } from './noted.js';
import { nameWords } from './words-known-here.js';

/**
 * Made once, when somebody first asks for it, and its library is loaded then: every start would wait for both otherwise, and each further asker
 * would hold up everybody. It is open to all: it tells what the source tells, and holds nothing about anybody.
 */
export function describeApi(app: NestFastifyApplication, version: string): void {
  const description =
    'Every command takes an `Idempotency-Key` (the same key again records nothing twice) and an `If-Match` (refused with 409 when the case has ' +
    'changed since). Its answer carries `Onward-Position`; send that as `Onward-After` with a question that must show the change. ' +
    'Dates are civil dates in London, YYYY-MM-DD. An answer as of a day to come is a forecast and says so: `Onward-Forecast: true`, and `forecast: true` in a JSON object. Errors are problem details (RFC 9457) that name the field and the rule.';
  const document = once(async () => {
    const library = await import('@nestjs/swagger');
    sayNoted(library);
    const config = new library.DocumentBuilder()
      .setTitle('Onward')
      .setDescription(description)
      .setVersion(version)
      .addBearerAuth()
      .build();
    const made = library.SwaggerModule.createDocument(app, config, {
      operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    });
    nameWords(made);
    return made;
  });
  const json = once(async () => sendable(JSON.stringify(await document()), 'application/json; charset=utf-8'));
  const yaml = once(async () =>
    sendable(dump(await document(), { skipInvalid: true, noRefs: true }), 'text/yaml; charset=utf-8'),
  );
  const server = app.getHttpAdapter().getInstance();
  for (const [path, file] of [
    ['/api/openapi.json', json],
    ['/api/openapi.yaml', yaml],
  ] as const)
    server.get(path, async (request, reply) => {
      const { body, type, tag } = await file();
      void reply.header('etag', tag).header('cache-control', 'public, max-age=300').header('content-type', type);
      return request.headers['if-none-match'] === tag ? reply.code(304).send() : reply.send(body);
    });
}

const sendable = (text: string, type: string) => ({
  body: Buffer.from(text),
  type,
  tag: `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`,
});

/** What failed is tried anew by whoever asks next. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
}
