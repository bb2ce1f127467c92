import { recordingDocuments, replayingDocuments, type SavedDocuments } from '@proofmark/hosts/node';
import type { DocumentSource, Policy } from '@proofmark/verifying';
import { UsageError } from '../usage-error.js';
import { readFileStart } from './read-input.js';
import type { Trust } from './trust.js';

const FORMAT = 'proofmark-facts-1';
const MAX_BYTES = 200_000_000;

/** What a verification was told, and as of when: enough to judge the same badges again, elsewhere and without a network. */
export interface SavedFacts extends SavedDocuments {
  readonly format: typeof FORMAT;
  /** RFC 3339: the time that the judging used as "now". */
  readonly at: string;
  /** Whom the reader trusted. The person who was asked for is not saved. */
  readonly trust: Trust;
}

/** Passes requests on; `save` answers what to write down about all of them. */
export function recorder(source: DocumentSource): DocumentSource & { save(policy: Policy): string } {
  const recording = recordingDocuments(source);
  return {
    fetch: recording.fetch,
    save({ at, trustedIssuers, registries }) {
      const trust = { ...(trustedIssuers && { trustedIssuers }), ...(registries && { registries }) };
      const facts: SavedFacts = { format: FORMAT, at: new Date(at).toISOString(), trust, ...recording.saved() };
      return `${JSON.stringify(facts)}\n`;
    },
  };
}

/** Reads saved facts. Throws a UsageError when the file is none. */
export async function readFacts(file: string): Promise<{ readonly facts: SavedFacts; readonly documents: DocumentSource }> {
  const text = new TextDecoder().decode(await readFileStart(file, MAX_BYTES));
  try {
    const facts = JSON.parse(text) as SavedFacts;
    const sound = facts.format === FORMAT && !Number.isNaN(Date.parse(facts.at)) && typeof facts.trust === 'object' && facts.trust !== null;
    if (sound) return { facts, documents: replayingDocuments(facts) };
  } catch {
    // told below
  }
  throw new UsageError(`${file} holds no saved facts; they are what verify --save-facts writes.`);
}
