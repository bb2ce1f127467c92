import { decodeBase64, decodeUtf8, encodeBase64url } from '@proofmark/primitives';
import { unsigned, wireReader } from './ssh-wire.js';

/** A public key that we can check signatures with. */
export interface SshKey {
  readonly type: 'ssh-ed25519' | 'ecdsa-sha2-nistp256' | 'ssh-rsa';
  readonly jwk: Readonly<Record<string, string>>;
}

const MIN_RSA_BYTES = 256;

/** Reads a public key (RFC 4253 6.6, RFC 5656 3.1, RFC 8709 4); null when it is malformed, of another kind, or RSA below 2048 bits. */
export function parseSshKey(blob: Uint8Array): SshKey | null {
  const reader = wireReader(blob);
  const type = decodeUtf8(reader.string() ?? new Uint8Array(0));
  const key = (jwk: Readonly<Record<string, string>> | null): SshKey | null =>
    jwk === null || !reader.done ? null : { type: type as SshKey['type'], jwk };
  if (type === 'ssh-ed25519') {
    const x = reader.string();
    return key(x?.length === 32 ? { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(x) } : null);
  }
  if (type === 'ecdsa-sha2-nistp256') {
    const curve = reader.string();
    const point = reader.string();
    const fits = curve !== null && decodeUtf8(curve) === 'nistp256' && point?.length === 65 && point[0] === 4;
    return key(
      fits ? { kty: 'EC', crv: 'P-256', x: encodeBase64url(point.subarray(1, 33)), y: encodeBase64url(point.subarray(33)) } : null,
    );
  }
  if (type !== 'ssh-rsa') return null;
  const [e, n] = [unsigned(reader.string()), unsigned(reader.string())];
  return key(e === null || n === null || n.length < MIN_RSA_BYTES ? null : { kty: 'RSA', n: encodeBase64url(n), e: encodeBase64url(e) });
}

/** The key in a line as OpenSSH writes it, `type base64 comment`, as base64 without the rest; null when there is none. */
export function keyOfLine(line: string): string | null {
  const [type = '', text = ''] = line.trim().split(/\s+/);
  const blob = decodeBase64(text);
  const named = blob === null ? null : wireReader(blob).string();
  return named !== null && decodeUtf8(named) === type ? text : null;
}
