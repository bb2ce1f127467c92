import type { RouteConfig } from '@hono/zod-openapi';

interface PublicPath {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly types: readonly string[];
}

const READS: readonly PublicPath[] = [
  {
    path: '/credentials/{credentialId}',
    operationId: 'readBadge',
    summary: 'A badge, in the form that Accept asks for',
    description: 'Or by suffix: `.jsonld`, `.json`, `.jwt`, `.png`, `.svg`, `.pdf`.',
    types: ['text/html', 'application/vc', 'application/ld+json', 'application/vc+jwt', 'image/png', 'image/svg+xml', 'application/pdf'],
  },
  {
    path: '/credentials/{credentialId}/preview.png',
    operationId: 'readBadgePreview',
    summary: 'The picture of a shared link, with the person and the issuer',
    description: '1200 by 630 pixels.',
    types: ['image/png'],
  },
  {
    path: '/credentials/{credentialId}/qr.svg',
    operationId: 'readBadgeQrCode',
    summary: 'The address of a badge as a QR code',
    types: ['image/svg+xml'],
  },
  {
    path: '/credentials/{credentialId}/status',
    operationId: 'readBadgeStatus',
    summary: 'Reason and date of a withdrawal',
    description: 'Not signed: it explains what the signed status list says.',
    types: ['application/json'],
  },
  {
    path: '/credentials/{credentialId}/evidence-report',
    operationId: 'readEvidenceReport',
    summary: 'What was found about the work when the badge was issued',
    description: 'It never changes: the badge holds its digest, under `relatedResource`.',
    types: ['application/json'],
  },
  {
    path: '/credentials/{credentialId}/salt',
    operationId: 'readRecordSalt',
    summary: 'The salt of a badge’s commitment in the issuer’s record',
    description: 'It is destroyed when the badge is erased.',
    types: ['application/json'],
  },
  {
    path: '/credentials/{credentialId}/captures/{n}',
    operationId: 'readCapture',
    summary: 'The copy that the issuer keeps of a piece of work',
    description: 'Pages, pictures, PDFs and other files, for badges that were issued with `keep`. Never changes; nothing in it runs.',
    types: ['text/html', 'application/pdf', 'image/png', 'application/octet-stream'],
  },
  {
    path: '/credentials/{credentialId}/work-log',
    operationId: 'readWorkLog',
    summary: 'What was found out about the work since',
    description:
      'The looks at each piece of work, copies that are kept, who vouched, and the badges before and after this one. Not signed, but for the endorsements in it: it is what the issuer says today.',
    types: ['application/json'],
  },
  {
    path: '/credentials/{credentialId}/endorsements/{endorsementId}',
    operationId: 'readEndorsement',
    summary: 'An endorsement of a badge, as it was signed',
    types: ['application/vc', 'application/vc+jwt'],
  },
  {
    path: '/view/{token}',
    operationId: 'readViewingLink',
    summary: 'What a viewing link shows',
    description:
      'A page for people. Its button (`POST` to the same address) opens the private work, which is counted and written down. Never cached.',
    types: ['text/html'],
  },
  {
    path: '/claim/{token}',
    operationId: 'readClaimLink',
    summary: 'What a claim link leads to',
    description:
      'A page for people, without an account. Its button (`POST` to the same address) claims the badge, once, and leads to the page on which the learner decides what may be public, asks for a correction, or has a link mailed to see and erase what is kept of them. The links of such mails have the same form. Never cached.',
    types: ['text/html'],
  },
  {
    path: '/claim/{token}/badge.pdf',
    operationId: 'readLearnersSheet',
    summary: 'The PDF of a badge, for its learner',
    description: 'Under the learner’s own page, also where they want no page of the badge. Never cached.',
    types: ['application/pdf'],
  },
  {
    path: '/achievements/{achievementId}',
    operationId: 'readAchievement',
    summary: 'An achievement',
    types: ['text/html', 'application/ld+json'],
  },
  {
    path: '/achievements/{achievementId}/image',
    operationId: 'readAchievementImage',
    summary: 'The picture of an achievement',
    types: ['image/png', 'image/svg+xml'],
  },
  {
    path: '/issuers/{slug}/status/{statusListNumber}',
    operationId: 'readStatusList',
    summary: 'A signed status list of an issuer',
    types: ['application/ld+json'],
  },
  {
    path: '/status/{statusListNumber}',
    operationId: 'readOldStatusList',
    summary: 'A signed status list of an earlier release',
    description: 'Badges of that time name it by this address.',
    types: ['application/ld+json'],
  },
  { path: '/issuers/{slug}', operationId: 'readIssuer', summary: 'An issuer', types: ['text/html', 'application/ld+json'] },
  {
    path: '/issuers/{slug}/logo.png',
    operationId: 'readIssuerLogo',
    summary: 'The logo that stands on the badge images of an issuer',
    types: ['image/png'],
  },
  {
    path: '/issuers/{slug}/did.json',
    operationId: 'readDidDocument',
    summary: 'The DID document of an issuer',
    types: ['application/did+json'],
  },
  {
    path: '/issuers/{slug}/jwks.json',
    operationId: 'readIssuerJwks',
    summary: 'The keys of an issuer',
    types: ['application/jwk-set+json'],
  },
  {
    path: '/issuers/{slug}/keys/{fragment}',
    operationId: 'readIssuerKey',
    summary: 'One key, as a bare JWK',
    types: ['application/jwk+json'],
  },
  {
    path: '/issuers/{slug}/assessors/{assessorId}/did.json',
    operationId: 'readAssessor',
    summary: 'The DID document of a person for whom an issuer signs endorsements',
    types: ['application/did+json'],
  },
  {
    path: '/issuers/{slug}/record',
    operationId: 'readRecord',
    summary: 'The head of an issuer’s record of what it issued',
    description:
      'A token (`issuance-record+jwt`) that the issuer’s record key signed: where the files of each status list are, and since when they hold all that a revoked key signed. The DID document names it.',
    types: ['application/jwt'],
  },
  {
    path: '/issuers/{slug}/record/{statusListNumber}/{block}',
    operationId: 'readRecordFile',
    summary: 'A file of an issuer’s record',
    description:
      'A token likewise: a commitment to each badge in 256 places of a status list. Verifiers ask for it when the key of a badge was revoked.',
    types: ['application/jwt'],
  },
  { path: '/.well-known/jwks.json', operationId: 'readJwks', summary: 'The keys of all issuers', types: ['application/jwk-set+json'] },
];

/** The public reads, for the reference. They need no key and are open to every web page (CORS `*`). */
export const PUBLIC_PATHS: readonly RouteConfig[] = READS.map(({ path, operationId, summary, description, types }) => ({
  method: 'get',
  path,
  operationId,
  tags: ['Public'],
  summary,
  ...(description === undefined ? {} : { description }),
  parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: { type: 'string' as const },
  })),
  responses: {
    200: {
      description: `${summary}.`,
      content: Object.fromEntries(types.map((type) => [type, { schema: { type: type.includes('json') ? 'object' : 'string' } }])),
    },
    404: { description: 'There is nothing at this address.' },
    ...(path.startsWith('/credentials/') ? { 410: { description: 'The badge was erased.' } } : {}),
    429: {
      description: 'More was asked than one client may ask.',
      headers: { 'Retry-After': { schema: { type: 'string' as const } }, RateLimit: { schema: { type: 'string' as const } } },
    },
  },
}));
