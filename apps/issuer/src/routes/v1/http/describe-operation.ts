import type { RouteConfig } from '@hono/zod-openapi';
import { type AuditAction, type Problem, type ProblemCode, problemSchema, ROLES, type Role, type Scope } from '@proofmark/schemas/api';
import { PROBLEMS, problemOf } from '../../../problems/index.js';
import { type Access, rolesOf } from './access.js';
import { type DeprecatedOperation, deprecationText } from './deprecation.js';
import type { FewAtOnce } from './few-at-once.js';

/** The route as `@hono/zod-openapi` takes it, and what every operation of this API has besides. */
export type OperationConfig = RouteConfig &
  Audited & {
    readonly path: `/v1/${string}`;
    readonly operationId: string;
    /**
     * The scope that a key needs; null when any valid key will do; `admin` for admin keys alone, `person` for people who have signed in alone, `public`
     * for anybody.
     */
    readonly scope: Access['scope'];
    /** The roles that may, where these do not follow from the scope. */
    readonly roles?: readonly Role[];
    /** A scope that some requests need beside it: those whose body has this member set to true; all where it is null. */
    readonly alsoScope?: { readonly member: string | null; readonly scope: Scope };
    /** The body may be a file, which the operation reads itself; a body in JSON has at most so many bytes. `atOnce`: how many are read at a time; as many as come where it is absent. */
    readonly upload?: { readonly mostJson: number; readonly atOnce?: FewAtOnce };
    /** Set where the operation will go. */
    readonly deprecation?: DeprecatedOperation;
    /** Beyond those that every operation has. */
    readonly problems?: readonly ProblemCode[];
  };

/**
 * What a changing operation leaves in the audit log when it changes something, or why that is nothing. It stands here and nowhere else; a test
 * walks all operations.
 */
export type Audited =
  | { readonly method: 'get'; readonly audit?: never }
  | { readonly method: 'post' | 'put' | 'patch' | 'delete'; readonly audit: AuditAction | { readonly none: string } };

const EVERYWHERE: readonly ProblemCode[] = ['unauthenticated', 'forbidden', 'invalid-parameter', 'too-many-requests', 'internal-error'];
const WITH_BODY: readonly ProblemCode[] = ['malformed-request', 'payload-too-large', 'unsupported-media-type', 'invalid-request'];

/** The route with what the OpenAPI document says of every operation: that it needs a key, which scope, and its problems. */
export function describeOperation(config: OperationConfig): RouteConfig {
  const { scope, roles: ___, alsoScope, audit: _, upload: __, deprecation, problems = [], ...route } = config;
  const roles = rolesOf(config);
  const needs = neededKey(scope);
  const further = alsoScope === undefined ? '' : furtherScope(alsoScope);
  const everywhere = scope === 'public' ? EVERYWHERE.filter((code) => code !== 'unauthenticated') : EVERYWHERE;
  const codes = [...new Set([...everywhere, ...(route.request?.body === undefined ? [] : WITH_BODY), ...problems])];
  return {
    ...route,
    ...(deprecation === undefined ? {} : { deprecated: true }),
    description: [deprecation && deprecationText(deprecation), route.description, `${needs}${further}${neededRole(scope, roles)}`]
      .filter((text) => text !== undefined)
      .join('\n\n'),
    security: securityOf(scope, roles),
    responses: { ...route.responses, ...problemResponses(codes) },
  };
}

function neededKey(scope: Access['scope']): string {
  switch (scope) {
    case null:
      return 'Any valid key may do this.';
    case 'admin':
      return 'Needs an admin key.';
    case 'person':
      return 'For people who have signed in, not for keys.';
    case 'public':
      return 'Anybody may do this, from the pages of this service.';
    default:
      return `Needs the scope \`${scope}\`.`;
  }
}

function neededRole(scope: Access['scope'], roles: readonly Role[]): string {
  if (scope === 'public' || roles.length === 0 || roles.length === ROLES.length) return '';
  return ` People need the role ${roles.map((role) => `\`${role}\``).join(' or ')}.`;
}

function securityOf(scope: Access['scope'], roles: readonly Role[]): NonNullable<RouteConfig['security']> {
  if (scope === 'public') return [];
  return [...(scope === 'person' ? [] : [{ apiKey: [] }]), ...(roles.length === 0 ? [] : [{ session: [] }])];
}

function furtherScope({ member, scope }: NonNullable<OperationConfig['alsoScope']>): string {
  return member === null ? ` It also needs \`${scope}\`.` : ` With \`${member}\` it also needs \`${scope}\`.`;
}

/** One response a status; its description lists the codes that it can have. */
function problemResponses(codes: readonly ProblemCode[]): RouteConfig['responses'] {
  const statuses = new Map<number, ProblemCode[]>();
  for (const code of codes) statuses.set(PROBLEMS[code].status, [...(statuses.get(PROBLEMS[code].status) ?? []), code]);
  return Object.fromEntries(
    [...statuses].map(([status, all]) => [
      status,
      {
        description: all.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(' '),
        content: {
          'application/problem+json': {
            schema: problemSchema,
            examples: Object.fromEntries(all.map((code) => [code, { value: example(code) }])),
          },
        },
      },
    ]),
  );
}

function example(code: ProblemCode): Problem {
  const errors = POINTED[code];
  const detail = PROBLEMS[code].explanation.split('. ')[0] ?? '';
  return problemOf('https://badges.example', { code, detail, ...(errors === undefined ? {} : { errors }) });
}

const POINTED: Readonly<Partial<Record<ProblemCode, Problem['errors']>>> = {
  'invalid-request': [{ pointer: '/recipient/email', code: 'not-an-email', detail: 'is not an e-mail address such as ada@example.org' }],
  'evidence-required': [{ pointer: '/evidence', code: 'too-few', detail: 'needs 1 piece of work; 0 given' }],
  'malformed-request': [{ pointer: '/recipient/email', code: 'duplicate-key', detail: 'stands here twice' }],
  'invalid-parameter': [{ pointer: '/limit', code: 'out-of-range', detail: 'is not a number from 1 to 100' }],
};
