import { decodeBase64, encodeBase64 } from '@proofmark/primitives';
import type { DocumentSource, Fetched } from '@proofmark/verifying';

/** One fetched document as JSON can hold it: the body in base64. `accept` is what was asked for, since one address may answer in several forms. */
export type SavedDocument = { readonly accept?: string } & SavedAnswer;

type SavedAnswer =
  | {
      readonly ok: true;
      readonly url: string;
      readonly status: number;
      readonly mediaType: string;
      readonly etag: string | null;
      readonly body: string;
    }
  | Extract<Fetched, { ok: false }>;

/** The answers to a verification, in the order of its requests; enough to verify again elsewhere. */
export interface SavedDocuments {
  readonly documents: readonly SavedDocument[];
}

/**
 * Passes requests on and remembers each answer; `saved()` is a copy of the answers so far.
 *
 * @param options.workBytes how many bytes of evidence are recorded in all; 100 MB by default. What is beyond is
 * absent from the recording.
 */
export function recordingDocuments(
  source: DocumentSource,
  options: { readonly workBytes?: number } = {},
): DocumentSource & { saved(): SavedDocuments } {
  const heard: SavedDocument[] = [];
  let left = options.workBytes ?? 100_000_000;
  return {
    async fetch(request) {
      const fetched = await source.fetch(request);
      const { accept } = request;
      if (fetched.ok && request.for === 'evidence') {
        if (fetched.body.length > left) return fetched;
        left -= fetched.body.length;
      }
      heard.push(fetched.ok ? { accept, ...fetched, body: encodeBase64(fetched.body) } : { accept, ...fetched });
      return fetched;
    },
    saved: () => ({ documents: [...heard] }),
  };
}

/**
 * Answers from what was saved: the first answer for an address and form counts, else the first for the address; what was never
 * asked is `offline`. Throws a TypeError when what was saved holds a body that is no base64.
 */
export function replayingDocuments(saved: SavedDocuments): DocumentSource {
  const answers = new Map<string, Fetched>();
  for (const { accept, ...document } of saved.documents) {
    const fetched = document.ok ? { ...document, body: bodyOf(document.body) } : document;
    for (const key of [`${accept ?? ''} ${document.url}`, document.url]) if (!answers.has(key)) answers.set(key, fetched);
  }
  return {
    async fetch({ url, accept, maxBytes }) {
      const answer = answers.get(`${accept} ${url}`) ?? answers.get(url) ?? ({ ok: false, url, code: 'offline' } as const);
      return answer.ok && answer.body.length > maxBytes ? { ok: false, url, code: 'too-large' } : answer;
    },
  };
}

function bodyOf(text: string): Uint8Array {
  const bytes = decodeBase64(text);
  if (bytes === null) throw new TypeError('a saved body is no base64');
  return bytes;
}
