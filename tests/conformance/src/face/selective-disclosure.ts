import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createDiscloseCryptosuite, createSignCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import { derive, issue } from '@digitalbazaar/vc';
import { EXAMPLE_CONTEXT } from '@proofmark/issuer/vc-api';
import type { JsonObject } from '@proofmark/primitives';
import { CONTEXT_DOCUMENTS, canonicaliseWith } from '@proofmark/proofs/jsonld';
import type { RemoteDocument } from 'jsonld';
import type { Instance } from './instance.js';
import { notSafe } from './not-safe.js';
import { generation, type Made, refused } from './request.js';

/**
 * Adds an `ecdsa-sd-2023` base proof (VC-DI-ECDSA 3.6.1) with @digitalbazaar/vc, over the instance's own signer. The base proof is for the
 * holder: `deriveSd` makes proofs for verifiers from it.
 *
 * @param created RFC 3339 with whole seconds and `Z`
 */
export async function signSd(
  { signer, verificationMethod }: Instance,
  document: JsonObject,
  mandatoryPointers: readonly string[],
  created: string,
): Promise<Made> {
  const unsafe = await whyUnsafe(document);
  if (unsafe !== null) return unsafe;
  const suite = new DataIntegrityProof({
    signer: { id: verificationMethod, algorithm: 'P-256', sign: async ({ data }) => signer.sign(data) },
    date: created,
    cryptosuite: createSignCryptosuite({ mandatoryPointers }),
  });
  return madeBy(() => issue({ credential: structuredClone(document), suite, documentLoader, now: created }));
}

/** The part of a credential with an `ecdsa-sd-2023` base proof that the pointers select, with a derived proof (VC-DI-ECDSA 3.6.6). */
export async function deriveSd(credential: JsonObject, selectivePointers: readonly string[]): Promise<Made> {
  const { proof: _, ...document } = credential;
  const unsafe = await whyUnsafe(document, GIVEN);
  if (unsafe !== null) return unsafe;
  const suite = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers }) });
  return madeBy(() => derive({ verifiableCredential: structuredClone(credential), suite, documentLoader }), GIVEN);
}

/** Where the body of such a request has the credential. */
const GIVEN = '/verifiableCredential';

async function whyUnsafe(document: JsonObject, place?: string): Promise<Made | null> {
  const canonical = await canonicaliseWith(EXAMPLE_CONTEXT)(document, 'SHA-256');
  return canonical.ok ? null : refused(notSafe(canonical, place));
}

/** The library throws for whatever it cannot sign or derive from, so its message is the answer. */
async function madeBy(work: () => Promise<object>, place?: string): Promise<Made> {
  try {
    return { ok: true, verifiableCredential: (await work()) as JsonObject };
  } catch (error) {
    return refused(generation((error as Error).message.slice(0, 300), place));
  }
}

async function documentLoader(url: string): Promise<RemoteDocument> {
  const document = CONTEXT_DOCUMENTS.get(url) ?? EXAMPLE_CONTEXT.get(url);
  if (document === undefined) throw new Error('this context is not at hand');
  return { contextUrl: null, documentUrl: url, document };
}
