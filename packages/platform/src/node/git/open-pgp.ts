import type { OpenPgpChecker, SignatureOutcome } from '@proofmark/git-reader';

/** No signature of a commit is longer, and no key that is given here. */
const MAX_SIGNATURE = 64 * 1024;
const NOT_CHECKED: SignatureOutcome = { outcome: 'not-checked' };
const INVALID: SignatureOutcome = { outcome: 'invalid' };

/**
 * A checker of OpenPGP signatures (RFC 9580) by the given public keys, ASCII-armoured. A signature by another key is `not-checked`. A key that cannot be read is passed over; signatures after the expiry or revocation of a key, and over SHA-1, are invalid.
 * A valid outcome names the fingerprint of the primary key, in lower-case hexadecimal digits. The library is loaded with the first key.
 */
export async function openPgpChecker(armouredKeys: readonly string[]): Promise<OpenPgpChecker> {
  if (armouredKeys.length === 0) return async () => NOT_CHECKED;
  const { createMessage, readKey, readSignature, verify } = await import('openpgp');
  const read = await Promise.all(armouredKeys.map((armoredKey) => readKey({ armoredKey }).catch(() => null)));
  const verificationKeys = read.filter((key) => key !== null);
  return async (armoured, payload) => {
    if (armoured.length > MAX_SIGNATURE) return NOT_CHECKED;
    const signature = await readSignature({ armoredSignature: armoured }).catch(() => null);
    if (signature === null) return INVALID;
    const makers = signature.getSigningKeyIDs();
    const key = verificationKeys.find((one) => makers.some((id) => one.getKeys(id).length > 0));
    if (key === undefined) return NOT_CHECKED;
    const message = await createMessage({ binary: payload });
    const { signatures } = await verify({ message, signature, verificationKeys: [key] });
    const outcomes = await Promise.all(signatures.map(({ verified }) => verified.catch(() => false)));
    return outcomes.includes(true) ? { outcome: 'valid', key: key.getFingerprint() } : INVALID;
  };
}
