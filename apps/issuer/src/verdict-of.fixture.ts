import { nodePorts } from '@proofmark/platform/node';
import { type DocumentSource, verify } from '@proofmark/verifying';

/** The verdict on a badge, by what answers at the addresses that it names, or where `placeOf` says that they are served. */
export async function verdictOf(text: string, placeOf: (url: string) => string = (url) => url): Promise<string> {
  const documents: DocumentSource = {
    async fetch({ url }) {
      const answer = await fetch(placeOf(url));
      const body = new Uint8Array(await answer.arrayBuffer());
      if (!answer.ok) return { ok: false, url, code: 'http-status', status: answer.status };
      return { ok: true, url, status: 200, mediaType: answer.headers.get('content-type') ?? '', etag: null, body };
    },
  };
  const ports = nodePorts({ documents });
  const report = await verify({ text }, ports, { at: Date.now() });
  await ports.close();
  return report.verdict;
}
