/**
 * The context of the examples in VC Data Model 2.0, by its address: it gives any word a meaning (`@vocab`). Tools and test suites that
 * speak the VC-API use it, so it is at hand there beside the pinned contexts; a badge never sees it.
 */
export const EXAMPLE_CONTEXT: ReadonlyMap<string, object> = new Map([
  ['https://www.w3.org/ns/credentials/examples/v2', { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } }],
]);
