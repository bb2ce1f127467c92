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
