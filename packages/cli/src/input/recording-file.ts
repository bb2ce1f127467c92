import {
  recordingDocuments,
  recordingGit,
  replayingDocuments,
  replayingGit,
  type SavedDocuments,
  type SavedRepository,
} from '@proofmark/platform/node';
import { decodeUtf8Document } from '@proofmark/primitives';
import type { Policy, Ports } from '@proofmark/verifying';
import { UsageError } from '../usage-error.js';
import { readFileStart } from './read-input.js';
import type { Trust } from './trust.js';

const FORMAT = 'proofmark-facts-1';
const MAX_BYTES = 200_000_000;

/** What the network answered to a verification, and as of when: enough to verify the same badges again, elsewhere and without a network. */
export interface Recording extends SavedDocuments {
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
      const written: Recording = { format: FORMAT, at: new Date(at).toISOString(), trust, ...looked, ...recording.saved() };
      return `${JSON.stringify(written)}\n`;
    },
  };
}

/** Reads a recording. Throws a UsageError when the file is none. */
export async function readRecording(file: string): Promise<{ readonly recording: Recording; readonly answers: Answers }> {
  const text = decodeUtf8Document(await readFileStart(file, MAX_BYTES)) ?? '';
  try {
    const recording = JSON.parse(text) as Recording;
    const sound =
      recording.format === FORMAT &&
      !Number.isNaN(Date.parse(recording.at)) &&
      typeof recording.trust === 'object' &&
      recording.trust !== null;
    if (sound) return { recording, answers: { documents: replayingDocuments(recording), git: replayingGit(recording.repositories ?? []) } };
  } catch {
    // told below
  }
  throw new UsageError(`${file} holds no recording; verify --save-facts writes one.`);
}
