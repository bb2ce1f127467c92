import { webPorts } from '@proofmark/hosts/web';
import type { Report } from '@proofmark/schemas';
import { type DocumentSource, verify } from '@proofmark/verifying';
import { rememberingDocuments } from './remembering-documents.js';

/** Verifies what lies at one address; a second call asks only for the documents that were missing the first time. */
export type SourceVerifier = () => Promise<Report>;

/**
 * Makes the verifier of one address.
 *
 * @param onBadge - is told the media type when the badge itself has arrived.
 */
export function sourceVerifier(url: string, onBadge: (mediaType: string) => void): SourceVerifier {
  const ports = webPorts();
  const documents: DocumentSource = rememberingDocuments(ports.documents, (request, fetched) => {
    if (request.for === 'badge' && fetched.ok) onBadge(fetched.mediaType);
  });
  return () => verify({ url }, { ...ports, documents }, { at: Date.now() });
}
