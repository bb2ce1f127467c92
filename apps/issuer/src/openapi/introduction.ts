/**
 * What stands above the operations, in Markdown: how to begin, what holds for all of them, and where to read on.
 *
 * @param pages the pages of the documentation that this service hands out, by file name
 */
export function introduction(baseUrl: string, pages: readonly string[]): string {
  const read = pages.map((page) => `- [${TITLES[page] ?? page}](${baseUrl}/docs/${page})`);
  return [
    'Issues Open Badges 3.0 that carry the work behind them.',
    '## Quick start',
    'You need an API key. The first start of the service prints an admin key; `npm run -s admin-key` makes another. Then, for a first badge:',
    [
      '1. Create an issuer (`createIssuer`). Its `id` is the `issuerId` of the next step.',
      '2. Define an achievement (`createAchievement`). Its `id` goes into the address of the next step.',
      '3. Issue a badge (`issueCredential`). The `url` of the answer is its page, for everybody.',
    ].join('\n'),
    'The example of each request can be sent to this service as it stands. The first one:',
    [
      '```sh',
      `curl -s ${baseUrl}/v1/issuers -H 'authorization: Bearer pm_admin_…' \\`,
      `  -H 'content-type: application/json' -d '{"slug":"riverside", "name":"Riverside College"}'`,
      '```',
    ].join('\n'),
    `Programs in TypeScript can use \`@proofmark/client\`, which has one method for each operation. Badges are checked at [${baseUrl}/verify](${baseUrl}/verify).`,
    '## What holds everywhere',
    [
      '- **Problems** are `application/problem+json` (RFC 9457) with a stable `code`; `errors[]` names places by JSON Pointer.',
      '- **Lists** are paged by an opaque cursor and a `Link` header.',
      '- **Two at once**: with `If-Match`, an achievement is changed only if nobody did since you read it (412 otherwise).',
      '- **Sending again**: with an `Idempotency-Key`, the same request gets the same answer for 24 hours.',
      '- **Limits**: `RateLimit` says how many requests are left; beyond them the answer is 429, and `Retry-After` says in how many seconds to try again.',
      '- **Times** are ISO 8601; answers give them in UTC.',
    ].join('\n'),
    ...(read.length === 0 ? [] : ['## Read on', read.join('\n')]),
  ].join('\n\n');
}

const TITLES: Readonly<Record<string, string>> = {
  'api-stability.md': 'What the API promises, and how you hear of changes',
  'command-line.md': 'The command line',
  'evidence.md': 'Evidence: what pinning finds and proves',
  'glossary.md': 'Glossary',
  'observability.md': 'Watching the service: log, metrics, traces',
  'operating.md': 'Operating the issuer: settings, keys, limits, restore',
  'threat-model.md': 'Threat model',
  'two-hosts.md': 'What differs between Node and a browser',
  'vc-api.md': 'The VC-API: checking, for programs',
  'verify-by-hand.md': 'Check a badge by hand, without our code',
  'webhooks.md': 'Webhooks: events sent to you',
};
