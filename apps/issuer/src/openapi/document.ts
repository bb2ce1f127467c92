import { OpenAPIHono } from '@hono/zod-openapi';
import { issuerDid, type JsonObject } from '@proofmark/schemas';
import { V1_OPERATIONS } from '../routes/v1/index.js';
import { type Document, describeDocument } from './describe-document.js';
import { BASE } from './descriptions/index.js';
import { documentationPages } from './documentation.js';
import { introduction } from './introduction.js';
import { PUBLIC_PATHS } from './public-paths.js';

/** The OpenAPI 3.1 description of the service at `baseUrl`. */
export function openapi(baseUrl: string): JsonObject {
  const app = new OpenAPIHono();
  const registry = app.openAPIRegistry;
  registry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key: `pm_live_…`, `pm_test_…` or `pm_admin_…`. The first admin key is printed once, when the service first starts.',
  });
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-proofmark-session',
    description:
      'A person who has signed in, by a cookie that the service sets. Each request also has the header `X-CSRF-Token` with the value of the cookie `__Host-proofmark-csrf`, and comes from a page of this service. Who is in several organisations names one by its id in the header `Proofmark-Organisation`; without it, the one that they joined first is meant. What a person may do follows from their role there.',
  });
  for (const { route } of V1_OPERATIONS) registry.registerPath(route);
  for (const path of PUBLIC_PATHS) registry.registerPath(path);
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Proofmark',
      version: '1',
      description: introduction(baseUrl, documentationPages()),
    },
    servers: [{ url: baseUrl }],
    tags: TAGS.map(([name, description]) => ({ name, description })),
  });
  const described = JSON.parse(JSON.stringify(document)) as JsonObject & Document;
  describeDocument(described);
  return atHome(described, baseUrl);
}

/** The document with the addresses of its examples at this service, where they can be tried. */
function atHome(document: JsonObject, baseUrl: string): JsonObject {
  const slug = '';
  const [there, here] = [issuerDid(BASE, slug), issuerDid(baseUrl, slug)];
  return JSON.parse(JSON.stringify(document).replaceAll(BASE, baseUrl).replaceAll(there, here)) as JsonObject;
}

const TAGS: readonly (readonly [string, string])[] = [
  ['Issuers', 'Who issues. Each issuer is a tenant of its own, with its DID and its keys.'],
  ['Signing keys', 'The keys that badges are signed with.'],
  ['Achievements', 'What can be earned, and what work it asks for.'],
  ['Skills', 'Frameworks of skills, to align achievements to.'],
  ['Credentials', 'Badges.'],
  ['Assessments', 'Badges that want a second pair of eyes, and what assessors decide of them.'],
  ['Mail', 'What learners are told of their badges, and what became of it.'],
  ['Recipients', 'Who has badges.'],
  ['Evidence', 'The work behind a badge.'],
  ['Events', 'What happened, for programs that follow it.'],
  ['Webhooks', 'Where events are sent, signed and in order.'],
  ['API keys', 'Who may use this API, and for what.'],
  ['People', 'Who signs in to work with a browser, and in which organisation. For people alone, not for keys.'],
  ['Reports', 'What readers reported of issuers, for the operator of the service.'],
  ['Public', 'What anybody may read, without a key and from any web page.'],
];
