import { CONTEXT_DOCUMENTS } from '../contexts/documents.js';
import { compileContext } from './compile-context.js';

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
  const tables = COMPILED_URLS.map((url) => {
    const document = CONTEXT_DOCUMENTS.get(url) as { readonly '@context': Readonly<Record<string, unknown>> };
    return `  ${JSON.stringify(url)}:\n    '${JSON.stringify(compileContext(document['@context']))}',`;
  });
  return `// Made by scripts/compile-contexts.mjs from the pinned contexts; do not edit.
/** The compiled contexts by address, as JSON. */
export const TABLES: Readonly<Record<string, string>> = {\n${tables.join('\n')}\n};\n`;
}
