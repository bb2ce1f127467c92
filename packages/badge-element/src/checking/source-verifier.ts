import type { VerifyInput } from '@proofmark/verifying';
import type { SourceVerifier } from './verifier.js';

const loaded = (): Promise<typeof import('./verifier.js')> => import('./verifier.js');

/** Loads the verifier before it is needed, so that a click is answered also when the server of the script is gone by then. */
export async function loadVerifier(): Promise<void> {
  // The check itself reports a failure, and tries again.
  await loaded().catch(() => null);
}

/**
 * Makes the verifier of one badge. The verifier itself is loaded with the first call, so that a page that checks nothing does not load it.
 *
 * @param onBadge - is told the media type when the badge itself has arrived from its address.
 * @param inWorker - whether the page lets checks run in workers.
 */
export function sourceVerifier(input: VerifyInput, onBadge: (mediaType: string) => void, inWorker: boolean): SourceVerifier {
  let made: SourceVerifier | null = null;
  return async (work) => {
    const { verifierOf } = await loaded();
    made ??= verifierOf(input, onBadge, inWorker);
    return made(work);
  };
}
