import type { HashName } from '../digests/digest.js';
import { checkDigest, parseDigestMultibase } from '../digests/digest-multibase.js';
import { checkDigestSRI, parseDigestSRI } from '../digests/digest-sri.js';
import { sniffMediaType } from '../pinning/sniff.js';
import { answer, unfetched } from './answer.js';
import type { EvidenceItem, FetchedBody, Recheck, RecheckPorts } from './recheck.js';

const PAGES: ReadonlySet<string | null> = new Set(['text/html', 'application/xhtml+xml']);

/** Whether a badge gives a digest of the evidence, readable or not (VC Data Model 2.0, 5.3). */
export function hasDigest({ digestMultibase, digestSRI }: EvidenceItem): boolean {
  return digestMultibase !== undefined || digestSRI !== undefined;
}

/** Compares what was fetched with the digests that the badge gives of it: each one that can be read has to fit. */
export async function recheckFile(ports: Pick<RecheckPorts, 'digest'>, piece: EvidenceItem, fetched: FetchedBody): Promise<Recheck> {
  if (!fetched.ok) return unfetched(fetched);
  const answers = await Promise.all(
    comparisons(piece).map(async ([algorithm, compare]) => compare(await ports.digest(algorithm, fetched.body))),
  );
  if (answers.includes('changed')) return answer('changed', whyChanged(piece, fetched));
  return answers.includes('matches') ? answer('matches') : answer('not-checked', 'unreadable-digest');
}

type Comparison = readonly [HashName, (digest: Uint8Array) => 'matches' | 'changed' | 'unreadable'];

function comparisons({ digestMultibase, digestSRI }: EvidenceItem): readonly Comparison[] {
  const found: Comparison[] = [];
  const multibase = typeof digestMultibase === 'string' ? parseDigestMultibase(digestMultibase) : null;
  if (multibase !== null) {
    const { algorithm } = multibase;
    found.push([algorithm, (bytes) => checkDigest(digestMultibase as string, { algorithm, bytes })]);
  }
  const [sri] = typeof digestSRI === 'string' ? parseDigestSRI(digestSRI) : [];
  if (sri !== undefined) {
    const { algorithm } = sri;
    found.push([algorithm, (bytes) => checkDigestSRI(digestSRI as string, { algorithm, bytes })]);
  }
  return found;
}

function whyChanged({ mediaType }: EvidenceItem, { body, mediaType: declared }: Extract<FetchedBody, { ok: true }>): string | null {
  if (body.length === 0) return 'empty';
  const isPage = PAGES.has(declared) || PAGES.has(sniffMediaType(body));
  return isPage && !(typeof mediaType === 'string' && PAGES.has(mediaType)) ? 'page-instead-of-file' : null;
}
