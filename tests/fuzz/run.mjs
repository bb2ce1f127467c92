// `npm run fuzz -- --seconds N [--seed S]`: changed badges in every form that is read, against the JSON-LD processor as a judge. No input may throw, take two
// seconds, or be genuine with other statements, or with another look, than one that was signed. What fails is kept in `corpus`, and tried first.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { bakePng, bakeSvg, unbakePng, unbakeSvg } from '@proofmark/credentials';
import { nodePorts } from '@proofmark/platform/node';
import { CONTEXT_DOCUMENTS } from '@proofmark/proofs/jsonld';
import { didKeyOf, namedEd25519Key, sampleBadge, sampleJwt } from '@proofmark/testkit';
import { verify } from '@proofmark/verifying';
import jsonld from 'jsonld';
import { png } from '../corpus/worst/index.mjs';
import { chance, mutateBytes, mutateJson, mutatePng } from './mutate.mjs';

const option = (name, otherwise) => (process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : otherwise);
const seconds = option('--seconds', 60);
const seed = option('--seed', Date.now() % 1_000_000);
const CORPUS = new URL('corpus/', import.meta.url);
const SLOWEST = 2_000;
const AT = Date.UTC(2026, 10, 28);

const offline = { fetch: async ({ url }) => ({ ok: false, url, code: 'unreachable' }) };
const ports = nodePorts({ documents: offline });
const judge = (bytes) => verify({ bytes }, ports, { at: AT });
const isGenuine = ({ verdict }) => verdict.startsWith('genuine');

const documentLoader = async (url) => {
  const document = CONTEXT_DOCUMENTS.get(url);
  if (document === undefined) throw new Error(`no context ${url}`);
  return { contextUrl: null, documentUrl: url, document: structuredClone(document) };
};
const statements = ({ proof: _, ...document }) =>
  jsonld.canonize(document, { base: null, safe: true, rdfDirection: 'i18n-datatype', documentLoader });

/** Badges that verify, and some that are over, in every form. */
async function seeds() {
  const key = namedEd25519Key('acme');
  const { verificationMethod } = didKeyOf(key);
  const rich = {
    evidence: [
      { id: 'https://github.com/ada/todo/tree/0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567', name: 'Todo API' },
      { id: 'https://ada.example/report.pdf', name: 'Report' },
    ],
  };
  const badges = await Promise.all([
    sampleBadge(),
    sampleBadge(rich),
    sampleBadge({ validUntil: Date.UTC(2026, 10, 23), id: 'https://badges.example/credentials/over' }),
  ]);
  const texts = badges.map((badge) => JSON.stringify(badge));
  const tokens = await Promise.all([sampleJwt({}, key, verificationMethod), sampleJwt(rich, key, verificationMethod)]);
  const baked = texts.map((text) => bakePng(png(), { kind: 'json', text }).png);
  const drawn = texts.map((text) => bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>', { kind: 'json', text }).svg);
  const shown = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    verifiableCredential: [badges[0]],
  };
  const bytes = (text) => new Uint8Array(Buffer.from(text));
  return {
    badges,
    tokens,
    inputs: [
      ...[...texts, JSON.stringify(shown)].map((text) => ({ kind: 'json', bytes: bytes(text) })),
      ...tokens.map((token) => ({ kind: 'jwt', bytes: bytes(token) })),
      ...baked.map((picture) => ({ kind: 'png', bytes: picture })),
      ...drawn.map((picture) => ({ kind: 'svg', bytes: bytes(picture) })),
    ],
  };
}

/** The text of the badge that a genuine input holds. */
async function textIn(bytes) {
  const isPng = bytes[0] === 0x89;
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim();
  const found = isPng ? await unbakePng(bytes, ports.inflate) : text.startsWith('<') ? unbakeSvg(text) : { ok: true, text };
  return found.ok ? found.text.trim() : null;
}

const { badges, tokens, inputs } = await seeds();
const signed = new Set(await Promise.all(badges.map(statements)));
/** What a reader is shown; the order of items is not signed. */
const lookOf = ({ badge }) =>
  JSON.stringify(badge, (_, value) =>
    Array.isArray(value) ? [...value].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value,
  );
const looks = new Set();
for (const { bytes } of inputs) {
  const report = await judge(bytes);
  if (isGenuine(report)) looks.add(lookOf(report));
}

/** Why a verdict may not stand, or null. */
async function fault(bytes, report) {
  if (!isGenuine(report)) return null;
  if (!looks.has(lookOf(report))) return 'another look';
  const text = await textIn(bytes);
  if (text === null) return 'genuine without a badge';
  if (!text.startsWith('{')) return tokens.includes(text.replace(/\s+/g, '')) ? null : 'another token';
  const json = JSON.parse(text);
  const inner = [json.verifiableCredential ?? json].flat();
  if (inner.length !== 1) return 'genuine though there are several';
  const own = await statements(inner[0]).catch(() => 'not readable');
  return signed.has(own) ? null : 'other statements';
}

async function tried(bytes) {
  const begun = performance.now();
  try {
    const report = await judge(bytes);
    if (performance.now() - begun > SLOWEST) return { genuine: false, failure: 'slow' };
    // One input must not change what the next one meets.
    if (Object.keys(Object.prototype).length > 0) return { genuine: false, failure: 'wrote into the prototype of all objects' };
    return { genuine: isGenuine(report), failure: await fault(bytes, report) };
  } catch (error) {
    return { genuine: false, failure: `throws ${error instanceof Error ? error.message : error}` };
  }
}

const random = chance(seed);
const MUTATORS = {
  json: (bytes) => Buffer.from(mutateJson(Buffer.from(bytes).toString(), random)),
  png: (bytes) => mutatePng(bytes, random),
};

function changed({ kind, bytes }) {
  const own = MUTATORS[kind];
  let out = own !== undefined && random.below(4) > 0 ? own(bytes) : mutateBytes(bytes, random);
  if (random.below(8) === 0) out = mutateBytes(out, random);
  return new Uint8Array(out);
}

mkdirSync(CORPUS, { recursive: true });
const kept = readdirSync(CORPUS).filter((name) => name.endsWith('.bin'));
let [count, genuine, failures] = [0, 0, 0];
async function one(bytes, name) {
  const answer = await tried(bytes);
  count += 1;
  genuine += answer.genuine ? 1 : 0;
  if (answer.failure === null) return;
  failures += 1;
  const file = name ?? `${seed}-${count}.bin`;
  if (name === undefined && failures <= 20) writeFileSync(new URL(file, CORPUS), bytes);
  console.error(`${file}: ${answer.failure}`);
}
for (const name of kept) await one(new Uint8Array(readFileSync(new URL(name, CORPUS))), name);
const begun = performance.now();
while (performance.now() - begun < seconds * 1000) await one(changed(random.pick(inputs)));
const rate = Math.round(count / ((performance.now() - begun) / 1000));
console.log(`seed ${seed}: ${count} inputs, ${rate} a second, ${genuine} of them still genuine, ${failures} failures`);
process.exitCode = failures === 0 ? 0 : 1;
