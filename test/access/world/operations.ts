import { readFileSync } from 'node:fs';

/** As much of a schema of the OpenAPI document as tests look at. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly nullable?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly default?: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema: Schema;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

export interface Operation {
  /** `GET /api/people/{id}`. */
  readonly key: string;
  readonly method: Method;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | null;
  readonly multipart: boolean;
}

interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const document = JSON.parse(readFileSync('openapi.json', 'utf8')) as Document;

/** A schema with its reference followed. */
export const resolved = (schema: Schema): Schema => {
  const [first] = schema.allOf ?? [];
  const reference = schema.$ref ?? first?.$ref;
  const name = reference?.replace('#/components/schemas/', '');
  const target = name === undefined ? undefined : document.components.schemas[name];
  return target ? { ...resolved(target), nullable: schema.nullable ?? target.nullable } : schema;
};

const operationOf = (method: Method, path: string, described: Described): Operation => {
  const content = described.requestBody?.content ?? {};
  const multipart = 'multipart/form-data' in content;
  const [body] = Object.values(content);
  return {
    key: `${method} ${path}`,
    method,
    path,
    parameters: described.parameters ?? [],
    body: body ? resolved(body.schema) : null,
    multipart,
  };
};

/** Every route of the committed description of the interface. */
export const OPERATIONS: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  METHODS.flatMap((method) => {
    const described = methods[method.toLowerCase()];
    return described ? [operationOf(method, path, described)] : [];
  }),
);
