// The page on which people read the API's document: Swagger UI, from its own package.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** What the page asks for, by name; nothing else of the package is handed out. */
const files: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

const page = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>API of Onward</title>
  <link rel="stylesheet" href="/api/docs/swagger-ui.css">
  <link rel="icon" type="image/png" href="/api/docs/favicon-32x32.png">
</head>
<body>
  <noscript><p>Without script, read the document itself: <a href="/api/openapi.yaml">openapi.yaml</a>.</p></noscript>
  <div id="swagger-ui"></div>
  <script src="/api/docs/swagger-ui-bundle.js"></script>
  <script>SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true });</script>
</body>
</html>
`;

export function serveDocsPage(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  for (const path of ['/api/docs', '/api/docs/', '/api/docs/index.html'])
    server.get(path, (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  for (const [name, type] of Object.entries(files))
    server.get(`/api/docs/${name}`, async (_request, reply) => {
      const bytes = await readFile(join(folder, name));
      return reply.type(type).header('cache-control', 'public, max-age=300').send(bytes);
    });
}
