import { checkSignature, type SignaturePort } from '@proofmark/git-reader';
import { encodeUtf8 } from '@proofmark/primitives';
import type { FieldError } from '@proofmark/schemas/api';
import { done, type Result, refused } from '../result.js';
import { SSH_NAMESPACE } from './challenge-texts.js';

/**
 * The SSH keys with which a recipient signed the challenge, in OpenSSH's base64. A line break after the text makes no difference: `echo`
 * adds one. Refuses the request for a signature that is none of this text.
 *
 * @param text null where no challenge can be made, since the recipient or the issuer is not known
 */
export async function proveKeys(
  port: SignaturePort,
  text: string | null,
  signatures: readonly string[],
): Promise<Result<readonly string[]>> {
  const keys: string[] = [];
  const errors: FieldError[] = [];
  for (const [at, signature] of signatures.entries()) {
    const outcome = text === null ? NO_TEXT : await check(port, text, signature);
    if (outcome.key !== null) keys.push(outcome.key);
    else errors.push({ pointer: `/author/sshSignatures/${at}`, code: 'wrong-signature', detail: outcome.detail });
  }
  return errors.length === 0 ? done(keys) : refused('invalid-request', 'A signature does not prove a key of the recipient.', errors);
}

type Outcome = { readonly key: string; readonly detail?: never } | { readonly key: null; readonly detail: string };

const NO_TEXT: Outcome = { key: null, detail: 'cannot be checked: name the recipient, and the achievement where an admin key asks' };

async function check(port: SignaturePort, text: string, signature: string): Promise<Outcome> {
  for (const end of ['', '\n', '\r\n']) {
    const result = await checkSignature(signature, encodeUtf8(text + end), port, SSH_NAMESPACE);
    if (result.outcome === 'valid') return { key: result.key };
    if (result.outcome === 'not-checked')
      return { key: null, detail: 'is by a kind of key that is not checked here: Ed25519, ECDSA P-256 and RSA of at least 2048 bits are' };
  }
  return { key: null, detail: `is no signature of the recipient’s challenge (ssh-keygen -Y sign -n ${SSH_NAMESPACE})` };
}
