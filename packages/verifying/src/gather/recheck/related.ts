import { readEvidenceReport, recheckFile } from '@proofmark/evidence';
import { decodeUtf8Document, member, textOf } from '@proofmark/primitives';
import type { JsonObject } from '@proofmark/schemas';
import type { EvidenceReportDocument } from '@proofmark/schemas/evidence';
import { nodesOf } from '../../credential/nodes.js';
import { parseJson } from '../../input/parse-json.js';
import { LIMITS } from '../../limits.js';
import type { Gathering } from '../gathering.js';
import { sameId } from '../same-id.js';
import { WORK_LIMITS } from './limits.js';

/** What became of the documents that a credential binds to itself by their digests. */
export interface Related {
  /** The issuer's report on the work, when it is there and its digest fits. */
  readonly report: EvidenceReportDocument | null;
  /** The addresses of documents whose digest does not fit: an error (VC Data Model 2.0, 5.3). */
  readonly mismatched: readonly string[];
}

/** Fetches and compares each related resource of a credential (VC Data Model 2.0, 5.3), the evidence report among them. */
export async function gatherRelated(credential: JsonObject, { ports, sources }: Pick<Gathering, 'ports' | 'sources'>): Promise<Related> {
  const named = nodesOf(credential, 'relatedResource').filter((node) => textOf(node, 'id') !== null);
  const found = await Promise.all(
    named.slice(0, WORK_LIMITS.relatedResources).map(async (node) => {
      const url = textOf(node, 'id') ?? '';
      const purpose = isReport(node) ? 'evidence-report' : 'related-resource';
      const request = { url, accept: '*/*', maxBytes: WORK_LIMITS.fileBytes, for: purpose } as const;
      const fetched = await sources.noted(request, ports.documents.fetch(request));
      const piece = { digestSRI: member(node, 'digestSRI'), digestMultibase: member(node, 'digestMultibase') };
      const { sameBytes } = await recheckFile(ports.crypto, piece, fetched);
      return { url, sameBytes, body: fetched.ok && sameBytes === 'matches' ? fetched.body : null };
    }),
  );
  const reports = found.flatMap(({ body }) => (body === null ? [] : (reportIn(body) ?? [])));
  return {
    report: reports.find((report) => sameId(textOf(credential, 'id'), report.credential)) ?? null,
    mismatched: found.filter(({ sameBytes }) => sameBytes === 'changed').map(({ url }) => url),
  };
}

/** What the badge itself lets expect; only the content decides. */
function isReport(node: JsonObject): boolean {
  return textOf(node, 'mediaType') === 'application/json' && (textOf(node, 'id') ?? '').endsWith('/evidence-report');
}

function reportIn(body: Uint8Array): EvidenceReportDocument | null {
  const text = body.length > LIMITS.documentBytes ? null : decodeUtf8Document(body);
  const reading = text === null ? null : parseJson(text);
  return reading?.ok ? readEvidenceReport(reading.json) : null;
}
