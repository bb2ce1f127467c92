import { openapi } from '../../openapi/index.js';

export interface DescribedOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
}

/** The operations of the API that the OpenAPI document has. */
export function describedOperations(): readonly DescribedOperation[] {
  const paths = openapi('http://localhost:3000').paths as unknown as Record<string, Record<string, { operationId: string }>>;
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/v1/'))
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, { operationId }]) => ({ operationId, method, path })));
}
