import { CONTEXT_DOCUMENTS } from '../contexts/documents.js';
import { compileContext } from './compile-context.js';
import type { CompiledContext } from './compiled-context.js';

const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/';

/** Which contexts are compiled. Those of VC 1.1 and of single signature suites are left to the full processor. */
export const COMPILED_URLS: readonly string[] = [
  'https://www.w3.org/ns/credentials/v2',
  `${OB}context-3.0.3.json`,
  `${OB}context-3.0.2.json`,
  `${OB}extensions.json`,
  'https://w3id.org/security/data-integrity/v2',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
];

/** The text of `tables.ts`. */
export function renderTables(): string {
  const contexts = COMPILED_URLS.map((url) => [url, compileContext(sourceOf(url))] as const);
  const tables = contexts.map(([url, context]) => `  ${quoted(url)}:\n    ${quoted(JSON.stringify(context))},`);
  const prefixes = [...new Set(contexts.flatMap(([, context]) => prefixesOf(context)))].sort();
  return `// Made by scripts/compile-contexts.mjs from the pinned contexts; do not edit.
/** The compiled contexts by address, as JSON. */
export const TABLES: Readonly<Record<string, string>> = {\n${tables.join('\n')}\n};

/** Every prefix that one of them defines anywhere: an address that begins with it is not always meant as it stands. */
export const PREFIXES: readonly string[] = [${prefixes.map(quoted).join(', ')}];
`;
}

function quoted(text: string): string {
  if (/['\\]/.test(text)) throw new Error('a context holds a character that would have to be escaped');
  return `'${text}'`;
}

/** The value of `@context` in a pinned document. */
export function sourceOf(url: string): Readonly<Record<string, unknown>> {
  const document = CONTEXT_DOCUMENTS.get(url) as { readonly '@context': Readonly<Record<string, unknown>> };
  return document['@context'];
}

function prefixesOf(context: CompiledContext): readonly string[] {
  return Object.entries(context).flatMap(([term, definition]) => {
    if (definition === true || typeof definition === 'string') return [];
    const [, , container, scope] = definition;
    return [...(container === 'prefix' ? [term] : []), ...(scope ? prefixesOf(scope) : [])];
  });
}
