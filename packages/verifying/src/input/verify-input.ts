import type { Json } from '@proofmark/schemas';

/**
 * The input. Its kind is found by content; `name` (a file name or the text a person typed) is used in no decision.
 * `text` may be JSON, a compact JWT, SVG, or a web address; `bytes` may be any of these in UTF-8, or a PNG.
 */
export type VerifyInput = (
  | { readonly bytes: Uint8Array }
  | { readonly text: string }
  | { readonly url: string }
  | { readonly json: Json }
) & { readonly name?: string };

/** What an input consists of once its address, if it is one, has been asked. */
export type InputContent = { readonly bytes: Uint8Array } | { readonly text: string } | { readonly json: Json };
