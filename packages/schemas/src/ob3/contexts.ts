/** The first context of a VC 1.1 credential: read, never issued. */
export const VC1_CONTEXT = 'https://www.w3.org/2018/credentials/v1';
/** Needed for 1EdTech type names (`1EdTechRevocationList`, `1EdTechCredentialRefresh`, `1EdTechJsonSchemaValidator2019`). */
export const OB3_EXTENSIONS_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
/** The second context of a CLR 2.0 record. */
export const CLR_CONTEXT = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';

/** The addresses of Open Badges 3.0 contexts in the form that the published schema asks for. */
export const OB3_CONTEXT_PATTERN: RegExp = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/;
/** Likewise for CLR 2.0. */
export const CLR_CONTEXT_PATTERN: RegExp = /^https:\/\/purl\.imsglobal\.org\/spec\/clr\/v2p0\/context(-2\.\d\.\d)*\.json$/;
/** Other addresses of the same contexts, seen in badges of earlier years. */
export const OB3_CONTEXT_ALIASES: readonly string[] = [
  'https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld',
  'https://imsglobal.github.io/openbadges-specification/context.json',
];
/** The type names that only the extensions context defines. */
export const EXTENSION_TYPES: readonly string[] = ['1EdTechJsonSchemaValidator2019', '1EdTechRevocationList', '1EdTechCredentialRefresh'];
