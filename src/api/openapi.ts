// The API's documentation, made from the routes themselves.
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** Made when somebody first asks for it: every start would wait for it otherwise. */
export function describeApi(app: INestApplication, version: string): void {
  const description =
    'Every command takes an `Idempotency-Key` (the same key again records nothing twice) and an `If-Match` (refused with 409 when the case has ' +
    'changed since). Its answer carries `Onward-Position`; send that as `Onward-After` with a question that must show the change. ' +
    'Dates are civil dates in London, YYYY-MM-DD. Errors are problem details (RFC 9457) that name the field and the rule.';
  const config = new DocumentBuilder()
    .setTitle('Onward')
    .setDescription(description)
    .setVersion(version)
    .addBearerAuth()
    .build();
  const document = () =>
    SwaggerModule.createDocument(app, config, {
      operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    });
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
}
