import { concatBytes, decodeBase64, decodeUtf8, encodeBase64, encodeUtf8 } from '@proofmark/primitives';
import type { SignatureOutcome } from './signature.js';
import { parseSshKey } from './ssh-key.js';
import { unsigned, wireReader, wireString } from './ssh-wire.js';
import type { SignaturePort } from './transport.js';

const ARMOUR = /^-----BEGIN SSH SIGNATURE-----\s([A-Za-z0-9+/=\s]+)-----END SSH SIGNATURE-----\s*$/;
const INVALID: SignatureOutcome = { outcome: 'invalid' };
const NOT_CHECKED: SignatureOutcome = { outcome: 'not-checked' };

/**
 * Checks a signature as `ssh-keygen -Y verify -n NAMESPACE` does (OpenSSH, PROTOCOL.sshsig).
 *
 * @param purpose the namespace: what the signature has to be made for; `git`, that of commits, by default
 */
export async function checkSignature(
  armoured: string,
  payload: Uint8Array,
  port: SignaturePort,
  purpose: string = 'git',
): Promise<SignatureOutcome> {
  if (!armoured.startsWith('-----BEGIN SSH SIGNATURE-----')) return NOT_CHECKED;
  const blob = decodeBase64((ARMOUR.exec(armoured)?.[1] ?? '').replace(/\s/g, ''));
  if (blob === null) return INVALID;
  const reader = wireReader(blob);
  if (!reader.expect('SSHSIG') || reader.uint32() !== 1) return INVALID;
  const [keyBlob, namespace, reserved, hashName, signature] = [
    reader.string(),
    reader.string(),
    reader.string(),
    reader.string(),
    reader.string(),
  ];
  if (keyBlob === null || namespace === null || reserved === null || hashName === null || signature === null || !reader.done)
    return INVALID;
  // A signature that was made for something else, such as a file or a log-in, says nothing of this.
  if (decodeUtf8(namespace) !== purpose) return INVALID;
  const hash = HASHES.get(decodeUtf8(hashName) ?? '');
  if (hash === undefined) return INVALID;
  const key = parseSshKey(keyBlob);
  if (key === null) return NOT_CHECKED;
  const inner = wireReader(signature);
  const [algorithm, value] = [decodeUtf8(inner.string() ?? new Uint8Array(0)) ?? '', inner.string()];
  const check = value === null || !inner.done ? null : signatureOf(key.type, algorithm, value, key.jwk);
  if (check === null) return INVALID;
  const digest = await port.digest(hash, payload);
  const signed = concatBytes(encodeUtf8('SSHSIG'), ...[namespace, reserved, hashName, digest].map(wireString));
  const valid = await port.verify({ algorithm: check.algorithm, jwk: key.jwk }, signed, check.signature);
  return valid ? { outcome: 'valid', key: encodeBase64(keyBlob) } : INVALID;
}

const HASHES: ReadonlyMap<string, 'SHA-256' | 'SHA-512'> = new Map([
  ['sha256', 'SHA-256'],
  ['sha512', 'SHA-512'],
]);

interface Check {
  readonly algorithm: 'Ed25519' | 'ES256' | 'RS256' | 'RS512';
  readonly signature: Uint8Array;
}

/** The signature in the form that web crypto has it; null when the algorithm is not one of the key's, SHA-1 included. */
function signatureOf(type: string, algorithm: string, value: Uint8Array, jwk: Readonly<Record<string, string>>): Check | null {
  if (type === 'ssh-ed25519') return algorithm === type && value.length === 64 ? { algorithm: 'Ed25519', signature: value } : null;
  if (type === 'ssh-rsa') {
    const modulus = Math.floor(((jwk.n?.length ?? 0) * 6) / 8);
    const signature = unsigned(concatBytes(new Uint8Array(1), value), modulus);
    if (signature === null) return null;
    if (algorithm === 'rsa-sha2-256') return { algorithm: 'RS256', signature };
    return algorithm === 'rsa-sha2-512' ? { algorithm: 'RS512', signature } : null;
  }
  if (algorithm !== type) return null;
  const reader = wireReader(value);
  const [r, s] = [unsigned(reader.string(), 32), unsigned(reader.string(), 32)];
  return r === null || s === null || !reader.done ? null : { algorithm: 'ES256', signature: concatBytes(r, s) };
}
