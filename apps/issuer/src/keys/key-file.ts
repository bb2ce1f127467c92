import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { SigningAlgorithm } from '@proofmark/schemas/api';
import { SIGNING_ALGORITHMS } from '@proofmark/schemas/api';
import { describeKey } from './make-key.js';
import { isSealed, open, type Sealed, seal } from './seal.js';

interface KeyFile {
  readonly version: 1;
  readonly id: string;
  readonly algorithm: SigningAlgorithm;
  /** The private key in PKCS #8 DER, sealed together with all the other members. */
  readonly private: Sealed;
}

/** The text of the file that holds a private key, encrypted. */
export function writeKeyFile(secret: KeyObject, id: string, algorithm: SigningAlgorithm, privateKey: KeyObject): string {
  const der = privateKey.export({ format: 'der', type: 'pkcs8' });
  const file: KeyFile = { version: 1, id, algorithm, private: seal(secret, der, context(id, algorithm)) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The private key of that id, or null when the text is damaged, was changed, or is the file of another key. */
export async function readKeyFile(secret: KeyObject, id: string, text: string): Promise<KeyObject | null> {
  const file = parse(text);
  const der = file === null ? null : open(secret, file.private, context(id, file.algorithm));
  if (file === null || der === null) return null;
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return (await describeKey(file.algorithm, privateKey)).id === id ? privateKey : null;
}

/** Binds the private key to its id, so that no file can be passed off as another's. */
function context(id: string, algorithm: SigningAlgorithm): string {
  return JSON.stringify(['proofmark key 1', id, algorithm]);
}

function parse(text: string): KeyFile | null {
  try {
    const file = JSON.parse(text) as KeyFile;
    return file.version === 1 && SIGNING_ALGORITHMS.includes(file.algorithm) && isSealed(file.private) ? file : null;
  } catch {
    return null;
  }
}
