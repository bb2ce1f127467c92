// Judges the verifier's answers: another JSON-LD processor says what a document states, and the library of others whether its signature holds.
import { unbakePng, unbakeSvg } from '@proofmark/credentials';
import { nodePorts } from '@proofmark/platform/node';
import { CONTEXT_DOCUMENTS } from '@proofmark/proofs/jsonld';
import { secondOpinion } from '@proofmark/proofs/second-opinion';
import { verify } from '@proofmark/verifying';
import jsonld from 'jsonld';
import { DOCUMENTS, GOOD_BADGES, GOOD_TOKENS, INPUTS } from './seeds.mjs';

const AT = Date.UTC(2026, 10, 28);
const isGenuine = ({ verdict }) => verdict.startsWith('genuine');

/** Ports over a small web. */
export function portsOver(web) {
  const documents = {
    async fetch({ url }) {
      const found = web.get(url);
      if (found === undefined) return { ok: false, url, code: 'unreachable' };
      const body = found instanceof Uint8Array ? found : new Uint8Array(Buffer.from(JSON.stringify(found)));
      return { ok: true, url, status: 200, mediaType: 'application/json', etag: null, body };
    },
  };
  return nodePorts({ documents });
}
const ports = portsOver(DOCUMENTS);

const documentLoader = async (url) => {
  const document = CONTEXT_DOCUMENTS.get(url);
  if (document === undefined) throw new Error(`no context ${url}`);
  return { contextUrl: null, documentUrl: url, document: structuredClone(document) };
};
const statements = ({ proof: _, ...document }) =>
  jsonld.canonize(document, { base: null, safe: true, rdfDirection: 'i18n-datatype', documentLoader });

/** What a reader is shown; the order of items is not signed. */
export const lookOf = ({ badge }) =>
  JSON.stringify(badge, (_, value) =>
    Array.isArray(value) ? [...value].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value,
  );

async function judge(bytes) {
  const checked = [];
  const report = await verify({ bytes }, { ...ports, signatureChecked: (each) => checked.push(each) }, { at: AT });
  return { report, checked };
}

/** The look of each badge that is genuine, by what its signature covers: its statements, or its token. */
const signed = new Map();
const looks = new Set();
for (const { bytes, genuine, kind } of INPUTS) {
  const { report } = await judge(bytes);
  if (genuine !== null && isGenuine(report) !== genuine)
    throw new Error(`a seed (${kind}) is ${report.verdict}: ${report.because} ${Buffer.from(bytes).toString('latin1').slice(0, 400)}`);
  if (isGenuine(report)) looks.add(lookOf(report));
}
for (const badge of GOOD_BADGES) signed.set(await statements(badge), lookOf((await judge(Buffer.from(JSON.stringify(badge)))).report));
for (const token of GOOD_TOKENS) signed.set(token, lookOf((await judge(Buffer.from(token))).report));

/** The text of the badge that a genuine input holds. */
async function textIn(bytes) {
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim();
  const found = bytes[0] === 0x89 ? await unbakePng(bytes, ports.inflate) : text.startsWith('<') ? unbakeSvg(text) : { ok: true, text };
  return found.ok ? found.text.trim() : null;
}

async function coveredBy(text) {
  if (!text.startsWith('{')) return text.replace(/\s+/g, '');
  const json = JSON.parse(text);
  const inner = [json.verifiableCredential ?? json].flat();
  return inner.length === 1 ? statements(inner[0]).catch(() => null) : null;
}

/** Why a verdict may not stand, or null. */
async function faultOf(bytes, { report, checked }) {
  // Endorsements aside, what is genuine inside of another document is a badge that was signed.
  if (report.contained.some((inner) => inner.role !== 'endorsement' && isGenuine(inner) && !looks.has(lookOf(inner))))
    return 'another look inside';
  if (!isGenuine(report)) return null;
  const text = await textIn(bytes);
  if (text === null) return 'genuine without a badge';
  const covered = await coveredBy(text);
  const look = signed.get(covered);
  if (look === undefined) return 'other statements, or another token';
  if (look !== lookOf(report)) return 'another look under the same signature';
  for (const signature of checked.filter(({ ours }) => ours === 'valid')) {
    const opinion = await secondOpinion(signature, ports.tokens);
    // It refuses some forms that say the same, such as an array of one issuer.
    if (opinion.opinion === 'disagrees' || (opinion.opinion === 'cannot-tell' && opinion.reason !== 'refused-document'))
      return `the library does not agree: ${JSON.stringify(opinion)}`;
  }
  return null;
}

/** Judges one input: whether it is genuine, and what is wrong with that. */
export async function checkBadge(bytes) {
  const judged = await judge(bytes);
  return { genuine: isGenuine(judged.report), fault: await faultOf(bytes, judged) };
}
