import { webPorts } from '@proofmark/platform/web';
import type { Report } from '@proofmark/schemas';
import { type DocumentSource, type VerifyInput, verify } from '@proofmark/verifying';
import { rememberingDocuments } from './remembering-documents.js';

/** Verifies one badge; a second call asks only for the documents that were missing the first time, and for the evidence when that is wanted. */
export type SourceVerifier = (work?: 'recheck') => Promise<Report>;

/**
 * Makes the verifier of one badge, over this browser's ports.
 *
 * @param onBadge - is told the media type when the badge itself has arrived from its address.
 */
export function verifierOf(input: VerifyInput, onBadge: (mediaType: string) => void): SourceVerifier {
  const ports = webPorts({ home: import.meta.url });
  const documents: DocumentSource = rememberingDocuments(ports.documents, (request, fetched) => {
    if (request.for === 'badge' && fetched.ok) onBadge(fetched.mediaType);
  });
  return (work) => verify(input, { ...ports, documents }, { at: Date.now(), ...(work && { work }) });
}
