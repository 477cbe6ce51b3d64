import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import pluginMetadata from '../../plugin-metadata.js';

/** The documented interface: from the DTO and view classes themselves. */
export const describeApi = async (app: NestFastifyApplication): Promise<OpenAPIObject> => {
  await SwaggerModule.loadPluginMetadata(pluginMetadata);
  const config = new DocumentBuilder()
    .setTitle('Nærvær')
    .setDescription(
      'Everything the dashboard does. Sign in for a session cookie, or send a machine token as `Authorization: Bearer`. ' +
        'Faults are `application/problem+json` with a stable `code`.',
    )
    .setVersion('1')
    .addCookieAuth('naervaer.session_token')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}_${method}`,
  });
};

/** The document at `/api/openapi.json` and a page to read it at `/api/docs`. */
export const serveOpenApi = async (app: NestFastifyApplication): Promise<void> => {
  const document = await describeApi(app);
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/openapi.json' });
};
