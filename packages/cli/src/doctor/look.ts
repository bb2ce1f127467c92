import { type NodePorts, nodePorts, type SafeFetchOptions, type SeenAnswer } from '@proofmark/platform/node';
import { decodeUtf8Document } from '@proofmark/primitives';
import type { Json } from '@proofmark/schemas';
import type { Fetched, FetchRequest } from '@proofmark/verifying';

/** One document as it was fetched, and how it was served. */
export interface Looked {
  readonly request: FetchRequest;
  readonly fetched: Fetched;
  /** The answer with its headers; null without an answer. */
  readonly seen: SeenAnswer | null;
  /** Why there was no answer, as a code of the system; empty when there was one. */
  readonly reason: string;
}

/** The network as the doctor sees it: the verifier's own safe fetch, with an ear on how each answer comes. */
export interface Look {
  /** For the verifier; what it fetches is looked at too. */
  readonly ports: NodePorts;
  ask(url: string, accept: string, purpose: FetchRequest['for']): Promise<Looked>;
  /** Everything that was fetched for a purpose so far, each address once. */
  askedFor(purpose: FetchRequest['for']): readonly Looked[];
}

const MAX_BYTES = 8_000_000;
/** What a verifier's page would send; servers that allow some origins only are found out by it. */
export const PAGE_ORIGIN = 'https://verifier.example';

/** Opens the doctor's view of the network. Close its ports in the end. */
export function openLook(options: SafeFetchOptions = {}): Look {
  const answers = new Map<string, SeenAnswer>();
  const reasons = new Map<string, string>();
  const ports = nodePorts({
    allowLoopback: true,
    origin: PAGE_ORIGIN,
    ...options,
    onAnswer: (answer) => answers.set(answer.url, answer),
    onFailure: ({ url, reason }) => reasons.set(url, reason),
  });
  const looked = new Map<string, Looked>();
  const ask = async (request: FetchRequest): Promise<Looked> => {
    const fetched = await ports.documents.fetch(request);
    const { url } = request;
    const found = { request, fetched, seen: answers.get(url) ?? null, reason: fetched.ok ? '' : (reasons.get(url) ?? '') };
    looked.set(`${request.for} ${url}`, found);
    return found;
  };
  return {
    ports: { ...ports, documents: { fetch: async (request) => (await ask(request)).fetched } },
    ask: (url, accept, purpose) => ask({ url, accept, maxBytes: MAX_BYTES, for: purpose }),
    askedFor: (purpose) => [...looked.values()].filter(({ request }) => request.for === purpose),
  };
}

/** The JSON of an answer, or undefined. */
export function jsonIn({ fetched }: Looked): Json | undefined {
  if (!fetched.ok) return undefined;
  try {
    return JSON.parse(decodeUtf8Document(fetched.body) ?? '') as Json;
  } catch {
    return undefined;
  }
}
