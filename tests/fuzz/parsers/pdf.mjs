// PDF files, as a reader may bring them for a badge, and as an issuer pins them as work.
import { createHash } from 'node:crypto';
import { describeLink, pinItem, sniffMediaType, withoutMetadata } from '@proofmark/evidence';
import { nodePorts } from '@proofmark/platform/node';
import { verify } from '@proofmark/verifying';
import { png, unsigned } from '../../corpus/worst/index.mjs';

const ports = nodePorts({ documents: { fetch: async ({ url }) => ({ ok: false, url, code: 'unreachable' }) } });
const isPdf = (bytes) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

/** A PDF is no badge, whatever it holds, and nothing here is signed. */
async function brought(bytes) {
  const { verdict, checks } = await verify({ bytes }, ports, { at: Date.UTC(2026, 10, 28) });
  if (verdict.startsWith('genuine')) return 'a badge that nobody signed';
  if (isPdf(bytes) && checks.format.detail?.found !== 'pdf') return `a PDF that is read as ${JSON.stringify(checks.format)}`;
  return null;
}

const LINK = describeLink('https://ada.example/report.pdf');
function pinned(bytes) {
  const sha256 = new Uint8Array(createHash('sha256').update(bytes).digest());
  const shown = sniffMediaType(bytes);
  if (isPdf(bytes) !== (shown === 'application/pdf')) return `a PDF that is shown as ${shown}`;
  for (const mediaType of ['application/pdf', 'application/octet-stream', 'image/png', 'text/html', '']) {
    const { finding, evidence } = pinItem(LINK, { ok: true, mediaType, body: bytes, sha256 });
    if (finding.pinned !== (evidence.digestMultibase !== undefined)) return 'pinned by nothing';
    if (finding.pinned && finding.mediaType === 'application/pdf' && shown === 'text/html') return 'a page that is pinned as a PDF';
    if (isPdf(bytes) && finding.pinned && finding.mediaType === 'image/png') return 'a PDF that is pinned as a picture';
  }
  return ['image/png', 'image/jpeg', 'image/webp', 'image/gif'].some((type) => isPdf(bytes) && withoutMetadata(bytes, type) !== null)
    ? 'a PDF that is cleaned as a picture'
    : null;
}

async function pdf(bytes) {
  return pinned(bytes) ?? (await brought(bytes));
}

const badge = JSON.stringify(unsigned());
const document = (inside) =>
  `%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(x)>>>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n3 0 obj\n<</Type/EmbeddedFile/Length ${inside.length}>>\nstream\n${inside}\nendstream\nendobj\nxref\n0 4\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Size 4>>\nstartxref\n9\n%%EOF\n`;
const latin1 = (text) => new Uint8Array(Buffer.from(text, 'latin1'));

export const PDF = [
  {
    name: 'pdf',
    check: pdf,
    seeds: [
      latin1(document(badge)),
      latin1(document('<!doctype html><html><script>x</script></html>')),
      // Other readers look for the header anywhere in the first kilobyte.
      new Uint8Array(Buffer.concat([Buffer.from(png()), Buffer.from(document(badge), 'latin1')])),
      new Uint8Array(Buffer.concat([Buffer.from(document(''), 'latin1'), Buffer.from(png())])),
      latin1(`${badge}\n${document('')}`),
    ],
  },
];
