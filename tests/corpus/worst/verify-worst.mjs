// Verifies one worst input in every way in which a stranger can hand it to us, with the documents that he serves.
import { nodePorts } from '@proofmark/platform/node';
import { verify, verifyCredential, verifyPresentation } from '@proofmark/verifying';

const AT = Date.UTC(2026, 10, 28);

/** The verdicts, by the entry that was asked. */
export async function verifyWorst({ input, web = {} }) {
  const bodies = new Map(Object.entries(web));
  const documents = {
    async fetch({ url, maxBytes }) {
      const found = bodies.get(url);
      if (found === undefined) return { ok: false, url, code: 'unreachable' };
      const body = typeof found === 'string' ? new TextEncoder().encode(found) : found;
      if (body.length > maxBytes) return { ok: false, url, code: 'too-large' };
      return { ok: true, url, status: 200, mediaType: 'application/json', etag: null, body };
    },
  };
  const ports = nodePorts({ documents });
  const policy = { at: AT, contexts: new Map(), recipient: 'ada@learner.example' };
  const verdicts = { badge: (await verify(input, ports, policy)).verdict };
  const json = 'text' in input ? jsonOf(input.text) : undefined;
  if (json !== undefined) {
    verdicts.credential = (await verifyCredential(json, ports, policy)).verdict;
    if (json?.type?.includes?.('VerifiablePresentation'))
      verdicts.presentation = (await verifyPresentation(json, ports, policy))?.proofs.length;
  }
  return verdicts;
}

function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
