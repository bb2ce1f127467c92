import type { DecodedJwt } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';
import type { Sources } from '../documents/sources.js';
import type { ProofFact, Secured } from '../facts/facts.js';
import type { ReadForm } from '../form/document-form.js';
import { lazyTokens } from '../lazy-tokens.js';
import type { Ports } from '../ports.js';
import { checkOwnProofs } from './check-proof-set.js';

/** Form, keys and signatures of one credential, with the JWT that signs it if there is one. */
export type CheckProofs = (credential: JsonObject, jwt: DecodedJwt | null) => Promise<Secured>;

/**
 * Makes what checks the form, the keys and the signatures of one credential. The form comes first; only key documents are fetched.
 * A signature is `unknown` when the key could not be had or the suite is not known here: unsupported is not forged.
 */
export function proofChecker(ports: Ports, sources: Sources, readForm: ReadForm): CheckProofs {
  return async (credential, jwt) => {
    const { canonicalise, proofShape, ...form } = await readForm(credential, jwt !== null, ports.crypto, sources.budget);
    if (jwt !== null) {
      const tokens = await lazyTokens();
      const secured = { ...form, jwt: { header: jwt.header, claims: jwt.payload }, proofs: [uncheckedToken(jwt)] };
      return tokens?.secureToken(secured, jwt, ports, sources) ?? secured;
    }
    const proofs = await checkOwnProofs({ ...form, document: credential, canonicalise, proofShape }, ports, sources);
    return { ...form, jwt: null, proofs };
  };
}

/** The proof of a token that this host cannot check: no yes and no no. */
function uncheckedToken({ alg, kid }: DecodedJwt): ProofFact {
  const unsupported = { code: 'unsupported-by-host', detail: { suite: alg } } as const;
  const none = { purpose: null, created: null, expires: null };
  const signature = { outcome: 'unknown', ...unsupported } as const;
  return { form: 'jwt', signs: 'bytes', suite: alg, verificationMethod: kid, ...none, key: { found: 'none', ...unsupported }, signature };
}
