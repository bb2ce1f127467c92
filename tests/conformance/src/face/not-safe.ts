import { type ProblemDetails, TYPES } from '@proofmark/issuer/vc-api';

/** Why a document cannot be signed in full: a code of `Canonicalisation` or `ProofOutcome`, and what it is about, as far as it is known. */
interface Unsafe {
  readonly code: string;
  readonly term?: string | null;
  readonly url?: string | null;
}

/** The problem of a document of which a signature would not cover all. The word that would be lost is the caller's own. */
export function notSafe({ code, term = null, url = null }: Unsafe, pointer = '/credential'): ProblemDetails {
  if (code === 'data-loss') {
    const word = term === null ? 'A word' : `The word "${term.slice(0, 100)}"`;
    return {
      type: TYPES.dataLoss,
      title: 'A part would not be signed',
      detail: `${word} is defined by no context of the credential.`,
      pointer,
    };
  }
  if (code === 'unsupported-vocabulary') {
    const detail = `The context ${url?.slice(0, 200) ?? ''} is not at hand here.`;
    return { type: TYPES.malformed, title: 'A context is not known', detail, pointer: `${pointer}/@context` };
  }
  const detail = `The document could not be processed: ${code}.`;
  return { type: TYPES.malformed, title: 'This is no JSON-LD that can be signed', detail, pointer };
}
