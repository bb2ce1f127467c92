import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { SigningAlgorithm } from '@proofmark/schemas/api';
import { SIGNING_ALGORITHMS } from '@proofmark/schemas/api';
import { describeKey } from './make-key.js';
import { isSealed, open, type Sealed, seal } from './seal.js';

/** Whose key it is and which. */
export interface KeyName {
  readonly issuerId: string;
  readonly id: string;
}

interface KeyFile extends KeyName {
  readonly version: 1;
  readonly algorithm: SigningAlgorithm;
  /** The private key in PKCS #8 DER, sealed together with all the other members. */
  readonly private: Sealed;
}

/** The text of the file that holds a private key, encrypted. */
export function writeKeyFile(secret: KeyObject, name: KeyName, algorithm: SigningAlgorithm, privateKey: KeyObject): string {
  const der = privateKey.export({ format: 'der', type: 'pkcs8' });
  const file: KeyFile = { version: 1, ...name, algorithm, private: seal(secret, der, context(name, algorithm)) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The private key of that name, or null when the text is damaged, was changed, or is the file of another key. */
export async function readKeyFile(secret: KeyObject, name: KeyName, text: string): Promise<KeyObject | null> {
  const file = parse(text);
  const der = file === null ? null : open(secret, file.private, context(name, file.algorithm));
  if (file === null || der === null) return null;
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return (await describeKey(file.algorithm, privateKey)).id === name.id ? privateKey : null;
}

/** Binds the private key to its name, so that no file can be passed off as another's. */
function context({ issuerId, id }: KeyName, algorithm: SigningAlgorithm): string {
  return JSON.stringify(['proofmark key 1', issuerId, id, algorithm]);
}

function parse(text: string): KeyFile | null {
  try {
    const file = JSON.parse(text) as KeyFile;
    return file.version === 1 && SIGNING_ALGORITHMS.includes(file.algorithm) && isSealed(file.private) ? file : null;
  } catch {
    return null;
  }
}
