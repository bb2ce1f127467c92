import { type EvidenceItem, type Recheck, type RecheckPorts, recheckItem } from '@proofmark/evidence';
import { hostOf, mapLimited } from '@proofmark/primitives';
import type { Turn } from '../../limits/per-host-queue.js';
import type { CredentialRecord, RecheckResult } from '../../store/index.js';
import { crypto } from '../crypto.js';
import { evidenceOf } from '../evidence/evidence-items.js';
import type { EvidenceSources } from '../evidence/evidence-sources.js';
import { WORK_BYTES } from '../evidence/pin-evidence.js';
import type { Clock } from '../ports.js';

/** Less than at issue: no request waits for the answer, and a slow server is asked again another day. */
const GIT_MILLISECONDS = 30_000;
const AT_ONCE = 4;

/** What a host says, or does not say, when it cannot or does not want to answer at all. */
const NO_ANSWER: ReadonlySet<string | null> = new Set(['timeout', 'unreachable']);

export interface RecheckOptions {
  /** Lets each host be asked in its turn; at once when absent. */
  readonly turn?: Turn;
  /** Ends the look before the next piece. */
  readonly signal?: AbortSignal;
}

/** `recheckEvidence`, bound to what reads the evidence. */
export type RecheckEvidence = (credential: CredentialRecord, options?: RecheckOptions) => Promise<readonly RecheckResult[]>;

export interface EvidenceRechecking {
  readonly sources: Pick<EvidenceSources, 'documents' | 'git'>;
  readonly clock: Clock;
  /** The service's address is loopback: plain http to loopback may be fetched. */
  readonly local: boolean;
}

/** Rechecks every piece of evidence of a badge. Nothing is stored. */
export async function recheckEvidence(
  deps: EvidenceRechecking,
  credential: CredentialRecord,
  { turn = (_, work) => work(), signal }: RecheckOptions = {},
): Promise<readonly RecheckResult[]> {
  const ports = portsOf(deps.sources);
  const options = { allowLoopback: deps.local, git: { milliseconds: GIT_MILLISECONDS } };
  // A host that did not answer is not asked for the badge's other pieces.
  const silent = new Map<string, Recheck>();
  return mapLimited(AT_ONCE, workOf(credential), async (work, piece) => {
    signal?.throwIfAborted();
    // What has no host has a turn of its own.
    const host = typeof work.id === 'string' ? hostOf(work.id) : '';
    const found = await turn(host, async () => silent.get(host) ?? recheckItem(ports, work, options));
    if (NO_ANSWER.has(found.reason)) silent.set(host, found);
    return { piece, at: deps.clock.now(), sameBytes: found.sameBytes, reason: found.reason };
  });
}

function workOf(credential: CredentialRecord): readonly EvidenceItem[] {
  return evidenceOf(credential).map((evidence, at) => ({ ...evidence, swhids: credential.evidenceFindings[at]?.swhids ?? [] }));
}

function portsOf({ documents, git }: EvidenceRechecking['sources']): RecheckPorts {
  return {
    git,
    digest: (algorithm, data) => crypto.digest(algorithm, data),
    async fetch(url) {
      const fetched = await documents.fetch({ url, accept: '*/*', maxBytes: WORK_BYTES, for: 'evidence' });
      if (fetched.ok) return { ok: true, mediaType: fetched.mediaType, body: fetched.body };
      return { ok: false, code: fetched.code, ...(fetched.status === undefined ? {} : { status: fetched.status }) };
    },
  };
}
