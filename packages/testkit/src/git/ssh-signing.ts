import { createHash, type KeyObject, sign } from 'node:crypto';

const field = (bytes: Uint8Array | string): Buffer => {
  const data = Buffer.from(bytes as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, data]);
};

function keyBlob(publicKey: KeyObject): Buffer {
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return Buffer.concat([field('ssh-ed25519'), field(Buffer.from(x, 'base64url'))]);
}

/** An Ed25519 key in the one-line form of OpenSSH. */
export const sshLine = (publicKey: KeyObject): string => `ssh-ed25519 ${keyBlob(publicKey).toString('base64')}`;

/** A signature by an Ed25519 key, as OpenSSH makes it; of a commit, unless it is for something else. */
export function sshSignature(payload: string, publicKey: KeyObject, privateKey: KeyObject, namespace: string = 'git'): string {
  const about = [field(namespace), field(''), field('sha512')];
  const digest = createHash('sha512').update(payload).digest();
  const signature = sign(null, Buffer.concat([Buffer.from('SSHSIG'), ...about, field(digest)]), privateKey);
  const inner = field(Buffer.concat([field('ssh-ed25519'), field(signature)]));
  const blob = Buffer.concat([Buffer.from('SSHSIG\0\0\0\x01'), field(keyBlob(publicKey)), ...about, inner]);
  const lines = blob.toString('base64').match(/.{1,70}/g) ?? [];
  return `-----BEGIN SSH SIGNATURE-----\n${lines.join('\n')}\n-----END SSH SIGNATURE-----\n`;
}
