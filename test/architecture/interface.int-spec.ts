import { readdirSync, readFileSync } from 'node:fs';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { describeApi } from '../../src/platform/http/openapi.js';
import { PERMIT } from '../../src/platform/http/public.js';
import { startTestApp, type TestApp } from '../harness/app.js';

describe('the interface', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('says of every route who may use it', () => {
    const reflector = new Reflector();
    const scanner = new MetadataScanner();
    const without = app.nest
      .get(DiscoveryService, { strict: false })
      .getControllers()
      .flatMap(({ metatype, instance, name }) =>
        scanner.getAllMethodNames(Object.getPrototypeOf(instance)).map((method) => ({
          route: `${String(name)}.${method}`,
          isRoute: Reflect.hasMetadata('path', instance[method]),
          permit: reflector.getAllAndOverride(PERMIT, [instance[method], metatype as never]),
        })),
      )
      .filter(({ isRoute, permit }) => isRoute && permit === undefined);
    expect(without).toEqual([]);
  });

  it('is described by the committed openapi.json', async () => {
    const committed: unknown = JSON.parse(readFileSync('openapi.json', 'utf8'));
    expect(JSON.parse(JSON.stringify(await describeApi(app.nest)))).toEqual(committed);
  });

  it('documents what every route takes and gives', async () => {
    const { paths } = await describeApi(app.nest);
    expect(Object.keys(paths).length).toBeGreaterThan(20);
    expect(Object.keys(paths).every((path) => path.startsWith('/api/'))).toBe(true);
  });

  it('takes no blanks where a text must say something', async () => {
    const { components } = await describeApi(app.nest);
    const bare = Object.entries(components?.schemas ?? {}).flatMap(([schema, about]) =>
      Object.entries('properties' in about ? (about.properties ?? {}) : {})
        .filter(([, field]) => 'minLength' in field && (field.minLength ?? 0) > 0)
        .filter(([, field]) => !('pattern' in field || 'format' in field || 'enum' in field))
        .map(([name]) => `${schema}.${name}`),
    );
    // Secrets are taken as they are, blanks too; everything else is a `TextField`.
    const secrets = /\.(password|current|next|token|code)$/;
    expect(bare.filter((field) => !secrets.test(field))).toEqual([]);
    expect(bare.length).toBeGreaterThan(5);
  });

  it('takes null for no field whose type has none: such a field is `WhereGiven`, not optional', () => {
    const fields = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.dto.ts'))
      .flatMap((name) => [
        ...readFileSync(`src/${name}`, 'utf8').matchAll(/@IsOptional\(\)[^]*?\n {2}(\w+\??: [^;]+);/g),
      ])
      .map(([, field = '']) => field);
    expect(fields.length).toBeGreaterThan(5);
    expect(fields.filter((field) => !field.includes('null'))).toEqual([]);
  });

  it('answers an unknown path with a problem', async () => {
    const answer = await app.anonymous.get('/api/nothing-here');
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ status: 404, code: 'not-found' });
  });
});
