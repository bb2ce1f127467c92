import type { EvidenceFinding } from '@proofmark/schemas/api';
import { plain } from '../terminal.js';

const METHODS: Readonly<Record<EvidenceFinding['method'], string>> = {
  digest: 'the digest of its bytes',
  commit: 'its commit',
  swhid: 'its SWHID',
  doi: 'its DOI',
  capture: 'a copy that is kept of it',
  none: '',
};

/** The findings of the service about the evidence of a badge that it just issued. */
export function issuedEvidenceText(evidence: readonly EvidenceFinding[]): string {
  if (evidence.length === 0) return 'No work is attached.\n';
  const work = evidence.map((found) => {
    const state = found.pinned ? `pinned by ${METHODS[found.method]}` : `not pinned (${plain(found.reason ?? 'unknown')})`;
    const copies = found.kept.map(({ by, url, state: kept }) => `    copy by ${by}: ${url === null ? kept : plain(url, 2000)}\n`);
    return `  ${plain(found.url)}\n    ${found.kind}, ${state}\n${copies.join('')}`;
  });
  return `The work:\n${work.join('')}`;
}
