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

/** What a verification was told, in the order in which it asked; enough to judge it again elsewhere. */
export interface SavedDocuments {
  readonly documents: readonly SavedDocument[];
}

/**
 * Passes requests on and remembers each answer; `saved()` is a copy of what was heard so far.
 *
 * @param options.workBytes how much of the work itself is remembered, in bytes, all pieces together; 100 MB by default. What is beyond is
 * not there when it is replayed.
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
      heard.push(fetched.ok ? { accept, ...fetched, body: toBase64(fetched.body) } : { accept, ...fetched });
      return fetched;
    },
    saved: () => ({ documents: [...heard] }),
  };
}

/**
 * Answers from what was saved: the first answer heard for an address and form counts, else the first for the address; what was never
 * asked is `offline`.
 */
export function replayingDocuments(saved: SavedDocuments): DocumentSource {
  const answers = new Map<string, Fetched>();
  for (const { accept, ...document } of saved.documents) {
    const fetched = document.ok ? { ...document, body: fromBase64(document.body) } : document;
    for (const key of [`${accept ?? ''} ${document.url}`, document.url]) if (!answers.has(key)) answers.set(key, fetched);
  }
  return {
    async fetch({ url, accept, maxBytes }) {
      const answer = answers.get(`${accept} ${url}`) ?? answers.get(url) ?? ({ ok: false, url, code: 'offline' } as const);
      return answer.ok && answer.body.length > maxBytes ? { ok: false, url, code: 'too-large' } : answer;
    },
  };
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
