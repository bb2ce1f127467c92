import { openapi } from '../../openapi/index.js';

export interface DescribedOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
}

interface Described {
  readonly operationId: string;
  readonly security: readonly object[];
}

/** The operations of the API that the OpenAPI document has, and that take keys. Those for people alone are tried in roles.security.test.ts. */
export function describedOperations(): readonly DescribedOperation[] {
  const paths = openapi('http://localhost:3000').paths as unknown as Record<string, Record<string, Described>>;
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/v1/'))
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, described]) => ({ ...described, method, path })))
    .filter(({ security }) => security.some((scheme) => 'apiKey' in scheme))
    .map(({ operationId, method, path }) => ({ operationId, method, path }));
}

const SOMEBODY = '0198ab00-0000-7000-8000-000000000000';

/** What a key of one issuer is refused, whatever it asks for. */
export const FOR_ADMIN_KEYS = {
  giveIssuer: { path: () => `/v1/issuers/${SOMEBODY}/organisation`, body: () => ({}), expects: 403 },
  allowMailDomain: { path: () => `/v1/organisations/${SOMEBODY}/mail-domains`, body: () => ({}), expects: 403 },
  disallowMailDomain: { path: () => `/v1/organisations/${SOMEBODY}/mail-domains/school.example`, expects: 403 },
} as const;
