import type { Canonicalisation, Canonicalise } from '@proofmark/proofs';
import type { MaybePromise, Outcome } from '@proofmark/schemas';
import { lazily } from '../lazy.js';
import { canonicalStatements } from '../profile/canonical-statements.js';
import { matchProfile, matchProfileToken } from '../profile/match-profile.js';
import type { DocumentForm, ReadForm } from './document-form.js';
import { UNREAD } from './unread.js';

const PASSED: Outcome = { outcome: 'passed' };

/**
 * The form of a credential: shape gate, schema and canonical statements. For the profile that our issuer writes, one walk answers all of
 * it; for everything else, and for every question that the walk leaves open, the full readers are loaded.
 */
export const readForm: ReadForm = async (...document) => profileForm(...document) ?? (await readFullForm(...document));

/** The same without the profile. A host that cannot have the full readers knows nothing about the form. */
export const readFullForm: ReadForm = async (...document) => {
  const [credential, , , processing] = document;
  await processing.pause?.(credential);
  const full = await lazily(() => import('./full-form.js'));
  return full?.fullForm(...document) ?? { ...UNREAD, credential };
};

function profileForm(...document: Parameters<ReadForm>): DocumentForm | null {
  const [credential, isToken, crypto] = document;
  const statements = isToken ? matchProfileToken(credential) && (() => null) : matchProfile(credential);
  if (!statements) return null;
  const canonicalise: Canonicalise = (part, algorithm) => {
    const dataset = algorithm === 'SHA-256' ? statements(part) : null;
    const nquads = dataset === null ? null : canonicalStatements(dataset, crypto);
    return typeof nquads === 'string' ? { ok: true, nquads } : otherwise(nquads, part, algorithm);
  };
  const otherwise = async (pending: MaybePromise<string | null>, ...of: Parameters<Canonicalise>): Promise<Canonicalisation> => {
    const nquads = await pending;
    if (nquads !== null) return { ok: true, nquads };
    return (await readFullForm(...document)).canonicalise(...of);
  };
  return {
    credential,
    gate: PASSED,
    keySafety: PASSED,
    schema: { violations: [], notes: [] },
    canonicalise,
    proofShape: () => PASSED,
  };
}
