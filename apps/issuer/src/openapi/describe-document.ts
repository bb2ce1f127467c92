import type { Json } from '@proofmark/primitives';
import { describeMembers, membersOf, type Schema } from './describe-members.js';
import { HEADERS, MEMBERS, type Member, PAGE, PARAMETERS } from './descriptions/index.js';
import { exampleOf } from './examples.js';

interface Described {
  description?: string;
  example?: Json;
}

interface Parameter extends Described {
  readonly name: string;
  readonly schema: Schema;
}

interface Content {
  readonly schema?: Schema;
  example?: Json;
  readonly examples?: unknown;
}

interface Response {
  headers?: Record<string, Described & { readonly schema: Schema }>;
  readonly content?: Readonly<Record<string, Content>>;
}

export interface Operation {
  readonly operationId: string;
  readonly security?: unknown;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<Record<string, Response>>;
}

/** The parts of an OpenAPI document that are looked at here. */
export interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Every answer of the API has these, and some statuses have more. */
const ALWAYS = ['X-Request-Id', 'RateLimit-Policy', 'RateLimit'];
const OF_STATUS: Readonly<Record<string, readonly string[]>> = {
  '401': ['X-Request-Id', 'WWW-Authenticate'],
  '429': [...ALWAYS, 'Retry-After'],
  '503': [...ALWAYS, 'Retry-After'],
};

/** Writes descriptions and examples onto every member, parameter, header and body of a document. */
export function describeDocument({ components: { schemas }, paths }: Document): void {
  for (const [name, schema] of Object.entries(schemas)) describeMembers(schema, name.endsWith('Page') ? PAGE : (MEMBERS[name] ?? {}));
  for (const schema of Object.values(schemas)) schema.example ??= exampleOf(schema, schemas) ?? null;
  for (const schema of Object.values(schemas)) for (const [, member] of membersOf(schema)) delete member.shown;
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) describeOperation(operation, schemas);
}

function describeOperation(operation: Operation, schemas: Document['components']['schemas']): void {
  const { operationId, security, parameters = [], requestBody, responses } = operation;
  for (const parameter of parameters) describe(parameter, PARAMETERS, operationId, parameter.name);
  for (const [status, response] of Object.entries(responses)) {
    const names = security === undefined ? [] : (OF_STATUS[status] ?? ALWAYS);
    const more = Object.fromEntries(names.map((name) => [name, { schema: { type: 'string' } as Schema }]));
    response.headers = { ...response.headers, ...more };
    for (const [name, header] of Object.entries(response.headers)) describe(header, HEADERS, operationId, name);
  }
  for (const body of [requestBody, ...Object.values(responses)])
    for (const content of Object.values(body?.content ?? {})) {
      if (content.schema?.$ref === undefined || content.examples !== undefined) continue;
      const example = exampleOf(content.schema, schemas);
      if (example !== undefined) content.example = example;
    }
}

function describe(place: Described, said: Readonly<Record<string, Member>>, operationId: string, name: string): void {
  const { description, example } = said[`${operationId} ${name}`] ?? said[name] ?? {};
  if (description !== undefined) place.description = description;
  if (example !== undefined) place.example = example;
}
