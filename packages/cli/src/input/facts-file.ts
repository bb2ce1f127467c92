import {
  recordingDocuments,
  recordingGit,
  replayingDocuments,
  replayingGit,
  type SavedDocuments,
  type SavedRepository,
} from '@proofmark/platform/node';
import type { Policy, Ports } from '@proofmark/verifying';
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
  /** Set when the work was looked at too. */
  readonly work?: 'recheck';
  /** What the repositories of the work held. */
  readonly repositories?: readonly SavedRepository[];
}

/** Where a verification gets what it asks for: documents, and repositories where they can be read. */
export type Answers = Pick<Ports, 'documents' | 'git'>;

/** Passes requests on; `save` answers what to write down about all of them. */
export function recorder({ documents, git }: Answers): Answers & { save(policy: Policy): string } {
  const [recording, reading] = [recordingDocuments(documents), git === undefined ? undefined : recordingGit(git)];
  return {
    documents: { fetch: recording.fetch },
    ...(reading && { git: { read: reading.read } }),
    save({ at, trustedIssuers, registries, work }) {
      const trust = { ...(trustedIssuers && { trustedIssuers }), ...(registries && { registries }) };
      const repositories = reading?.saved() ?? [];
      const looked = work === 'recheck' ? { work, repositories } : {};
      const facts: SavedFacts = { format: FORMAT, at: new Date(at).toISOString(), trust, ...looked, ...recording.saved() };
      return `${JSON.stringify(facts)}\n`;
    },
  };
}

/** Reads saved facts. Throws a UsageError when the file is none. */
export async function readFacts(file: string): Promise<{ readonly facts: SavedFacts; readonly answers: Answers }> {
  const text = new TextDecoder().decode(await readFileStart(file, MAX_BYTES));
  try {
    const facts = JSON.parse(text) as SavedFacts;
    const sound = facts.format === FORMAT && !Number.isNaN(Date.parse(facts.at)) && typeof facts.trust === 'object' && facts.trust !== null;
    if (sound) return { facts, answers: { documents: replayingDocuments(facts), git: replayingGit(facts.repositories ?? []) } };
  } catch {
    // told below
  }
  throw new UsageError(`${file} holds no saved facts; they are what verify --save-facts writes.`);
}
