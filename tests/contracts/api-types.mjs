import openapiTS, { astToString } from 'openapi-typescript';

const HEADER = '// Written by `npm run api-types` from the OpenAPI document of the service. A test compares them.\n\n';

/**
 * The types of all requests and successful answers of `/v1`, as openapi-typescript writes them. What the document says in words and examples is left out.
 *
 * @param {Readonly<Record<string, unknown>>} document an OpenAPI document
 * @returns {Promise<string>} a TypeScript file
 */
export async function apiTypes(document) {
  const { components, paths, ...rest } = JSON.parse(JSON.stringify(document));
  const kept = Object.entries(paths).filter(([path]) => path.startsWith('/v1/'));
  for (const operation of kept.flatMap(([, methods]) => Object.values(methods))) {
    const good = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
    operation.responses = Object.fromEntries(good.map(([status, { headers: _, ...response }]) => [status, response]));
  }
  const reduced = withoutWords({ ...rest, components, paths: Object.fromEntries(kept) });
  return HEADER + astToString(await openapiTS(reduced, { immutable: true }));
}

/** Removes examples, and descriptions but those of operations. A member of a body may have such a name: `properties` is not looked at for names. */
function withoutWords(value, names = false) {
  if (Array.isArray(value)) return value.map((one) => withoutWords(one));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => names || !['example', 'examples', 'summary'].includes(name));
  const shown = entries.filter(([name, inner]) => names || name !== 'description' || typeof inner !== 'string' || 'responses' in value);
  return Object.fromEntries(shown.map(([name, inner]) => [name, withoutWords(inner, !names && name === 'properties')]));
}
