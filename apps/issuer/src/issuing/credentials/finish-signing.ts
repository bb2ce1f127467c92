import type { Store } from '../ports.js';
import type { SignCredential } from './sign-credential.js';

const BATCH = 100;

/**
 * Signs the badges of which the first commit was made and the second was not. Answers how many were signed, and the errors of those that could not
 * be. For the start of a process; others may issue at the same time.
 */
export async function finishSigning({
  store,
  sign,
}: {
  readonly store: Pick<Store, 'credentials'>;
  readonly sign: SignCredential;
}): Promise<{ readonly signed: number; readonly errors: readonly unknown[] }> {
  const errors: unknown[] = [];
  let signed = 0;
  for (let after: string | null = null; ; ) {
    const unsigned = await store.credentials.listUnsigned({ limit: BATCH, after });
    for (const intent of unsigned) {
      try {
        await sign(intent, null);
        signed += 1;
      } catch (error) {
        errors.push(error);
      }
    }
    if (unsigned.length < BATCH) return { signed, errors };
    after = unsigned.at(-1)?.id ?? null;
  }
}
