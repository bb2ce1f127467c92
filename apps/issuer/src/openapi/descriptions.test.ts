import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type Document, describeDocument, type Operation } from './describe-document.js';
import { membersOf, type Schema } from './describe-members.js';
import { MEMBERS } from './descriptions/index.js';
import { openapi } from './index.js';

const document = openapi('https://badges.example') as unknown as Document;
const { schemas } = document.components;
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

const undescribed = (places: readonly (readonly [string, { readonly description?: string }])[]): readonly string[] =>
  places.filter(([, { description = '' }]) => !/^\S.+\.$/.test(description)).map(([place]) => place);
const members = (all: Readonly<Record<string, Schema>>) =>
  Object.entries(all).flatMap(([name, schema]) => membersOf(schema).map(([path, member]) => [`${name}.${path}`, member] as const));
const parameters = (all: readonly Operation[]) =>
  all.flatMap(({ operationId, parameters = [] }) => parameters.map((one) => [`${operationId} ${one.name}`, one] as const));
const responses = (all: readonly Operation[]) =>
  all.flatMap(({ operationId, responses }) =>
    Object.entries(responses).map(
      ([status, response]) => [`${operationId} ${status}`, response as typeof response & { description?: string }] as const,
    ),
  );
const headers = (all: readonly Operation[]) =>
  responses(all).flatMap(([place, { headers = {} }]) =>
    Object.entries(headers).map(([name, header]) => [`${place} ${name}`, header] as const),
  );

/** Whether a member has no example of its own, because those of its parts make one. */
const isMadeOfOthers = ({ $ref, properties, items }: Schema): boolean =>
  $ref !== undefined || properties !== undefined || items?.$ref !== undefined || items?.properties !== undefined;

/** Whether a value has the form of a schema of the document. */
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: 'doc', components: document.components });
const checks = new Map<string, ReturnType<typeof ajv.compile>>();
function faultsOf(schema: Schema, value: unknown): string | null {
  const text = JSON.stringify(schema).replaceAll('#/components', 'doc#/components');
  const check = checks.get(text) ?? ajv.compile(JSON.parse(text));
  checks.set(text, check);
  return check(value) ? null : ajv.errorsText(check.errors);
}

describe('the OpenAPI document', () => {
  it('describes every member of every body in a sentence', () => {
    expect(members(schemas).length).toBeGreaterThan(300);
    expect(undescribed(members(schemas))).toEqual([]);
  });

  it('describes every parameter, every response and every header', () => {
    expect(undescribed(parameters(operations))).toEqual([]);
    expect(undescribed(responses(operations))).toEqual([]);
    expect(undescribed(headers(operations))).toEqual([]);
  });

  it('gives an example of every member and every parameter, in the form that its schema asks for', () => {
    const simple = members(schemas).filter(([, member]) => !isMadeOfOthers(member));
    expect(simple.filter(([, { example }]) => example === undefined).map(([place]) => place)).toEqual([]);
    const all = [
      ...simple,
      ...parameters(operations).map(([place, { schema, example }]) => [place, { ...schema, example: example! }] as const),
    ];
    const wrong = all.map(([place, member]) => [place, faultsOf(member, member.example)]).filter(([, fault]) => fault !== null);
    expect(wrong).toEqual([]);
    expect(parameters(operations).filter(([, { example }]) => example === undefined)).toEqual([]);
  });

  it('gives an example of every body of the API, in the form that its schema asks for', () => {
    const bodies = operations
      .filter(({ security }) => security !== undefined)
      .flatMap(({ operationId, requestBody, responses: all }) =>
        [['request', requestBody] as const, ...Object.entries(all)].flatMap(([which, body]) =>
          Object.values(body?.content ?? {}).map((content) => [`${operationId} ${which}`, content] as const),
        ),
      );
    expect(bodies.length).toBeGreaterThan(200);
    const examples = bodies.flatMap(([place, { schema = {}, example, examples }]) => {
      const values = examples === undefined ? [example] : Object.values(examples as object).map((one) => (one as { value: unknown }).value);
      return values.map((value) => [place, value === undefined ? 'has none' : faultsOf(schema, value)] as const);
    });
    expect(examples.filter(([, fault]) => fault !== null)).toEqual([]);
  });

  it('tells the unit of every number, and the form of every time', () => {
    const clear =
      /\b(?:bytes?|days?|(?:milli)?seconds?|credits?|files?|commits?|pieces?|signatures?|often|number|status|place|how many|1 to)\b/i;
    const unclear = members(schemas).filter(([, { description = '', example }]) => {
      if (typeof example === 'number') return !clear.test(description);
      return typeof example === 'string' && /^\d{4}-\d\d-\d\dT/.test(example) && !description.includes('ISO 8601');
    });
    expect(unclear.map(([place]) => place)).toEqual([]);
  });

  it('says on every operation of the API who may, what a missing, weak or tired key gets, and what stands in those answers', () => {
    for (const { operationId, security, responses: all } of operations.filter(({ security }) => security !== undefined)) {
      const schemes = (security as readonly object[]).flatMap((one) => Object.keys(one));
      expect([['apiKey'], ['apiKey', 'session'], ['session'], []], operationId).toContainEqual(schemes);
      const needed = schemes.length === 0 ? [] : ['401'];
      expect(Object.keys(all), operationId).toEqual(expect.arrayContaining(['400', ...needed, '403', '429', '500']));
      if (schemes.length > 0) expect(Object.keys(all['401']?.headers ?? {}), operationId).toContain('WWW-Authenticate');
      expect(Object.keys(all['429']?.headers ?? {}), operationId).toContain('Retry-After');
    }
  });

  it('describes only what there is', () => {
    const stray = Object.entries(MEMBERS).flatMap(([name, said]) => {
      const there = new Set(membersOf(schemas[name] ?? {}).map(([path]) => path));
      return Object.keys(said)
        .filter((path) => !there.has(path))
        .map((path) => `${name}.${path}`);
    });
    expect(stray).toEqual([]);
  });

  it('notices a member that nobody described', () => {
    const grown = structuredClone(document);
    grown.components.schemas.Issuer!.properties!.motto = {};
    describeDocument(grown);
    expect(undescribed(members(grown.components.schemas))).toEqual(['Issuer.motto']);
  });
});
