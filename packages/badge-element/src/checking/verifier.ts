import { webPorts } from '@proofmark/platform/web';
import type { Report } from '@proofmark/schemas';
import { type DocumentSource, type Policy, type VerifyInput, verify } from '@proofmark/verifying';
import { onPageThread, refuseHeavy, TOO_HEAVY } from './page-thread.js';
import { rememberingDocuments } from './remembering-documents.js';

/** Verifies one badge; a second call asks only for the documents that were missing the first time, and for the evidence when that is wanted. */
export type SourceVerifier = (work?: 'recheck') => Promise<Report>;

/**
 * Makes the verifier of one badge, over this browser's ports.
 *
 * @param onBadge - is told the media type when the badge itself has arrived from its address.
 * @param inWorker - whether the page lets checks run in workers; elsewhere, and where none starts, they run between its own tasks.
 */
export function verifierOf(input: VerifyInput, onBadge: (mediaType: string) => void, inWorker: boolean): SourceVerifier {
  const ports = webPorts({ home: import.meta.url });
  const documents: DocumentSource = rememberingDocuments(ports.documents, (request, fetched) => {
    if (request.for === 'badge' && fetched.ok) onBadge(fetched.mediaType);
  });
  const here = async (policy: Policy): Promise<Report> => {
    try {
      // What a page has parsed already is bounded where it is read.
      if ('bytes' in input) refuseHeavy(input.bytes);
      return await verify(input, onPageThread({ ...ports, documents }), policy);
    } catch (reason) {
      if (reason === TOO_HEAVY) return (await import('./too-heavy.js')).tooHeavy(policy.at);
      throw reason;
    }
  };
  return async (work) => {
    const policy = { at: Date.now(), ...(work && { work }) };
    // A page whose policy lets no worker start hears of its own mistake in its console; its readers get what they would get without it.
    const workers = inWorker ? await import('./worker/workers.js').catch(() => null) : null;
    return (await workers?.runInWorker(input, policy, documents)) ?? here(policy);
  };
}
