const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a string is a UUID in the one spelling that our URLs use: lower case, with hyphens (RFC 9562, 4). */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The public address of a credential; also its `id`. `base` is the service's public URL without a trailing slash. */
export function credentialUrl(base: string, uuid: string): string {
  return `${base}/credentials/${uuid}`;
}

/** The public address of an achievement; also its `id`. */
export function achievementUrl(base: string, uuid: string): string {
  return `${base}/achievements/${uuid}`;
}

/** The public address of an issuer's page. Its `id` is a DID: see `issuerDid`. */
export function issuerUrl(base: string, slug: string): string {
  return `${base}/issuers/${slug}`;
}

/** The did:web of an issuer under the service's address (did:web, 3.1: a port is written `%3A`). */
export function issuerDid(base: string, slug: string): string {
  const { host, pathname } = new URL(base);
  const path = pathname.split('/').filter((part) => part !== '');
  return ['did:web', host.replace(':', '%3A'), ...path, 'issuers', slug].join(':');
}

/** Numbers of status lists are random from here on; lower ones were counted by earlier releases, over all issuers. */
export const FIRST_RANDOM_LIST: number = 2 ** 48;

/** The public address of a status list of an issuer; also its `id`. */
export function statusListUrl(base: string, slug: string, list: number): string {
  return list < FIRST_RANDOM_LIST ? `${base}/status/${list}` : `${issuerUrl(base, slug)}/status/${list}`;
}

/** The public address of the head of an issuer's record of what it issued; the files of a status list follow it. */
export function recordUrl(base: string, slug: string): string {
  return `${issuerUrl(base, slug)}/record`;
}

/** Where the files of the record about one status list are: `<address>/<number of the file>`. */
export function recordFilesUrl(base: string, slug: string, list: string | number): string {
  return `${recordUrl(base, slug)}/${list}`;
}

/** The public address of the list of suspensions beside a list of revocations, whose address is given. */
export function suspensionListUrl(revocationList: string): string {
  return `${revocationList}/suspension`;
}

/** The public address of a badge's evidence report, and of its work log. `credential` is the badge's address. */
export function evidenceReportUrl(credential: string): string {
  return `${credential}/evidence-report`;
}

export function workLogUrl(credential: string): string {
  return `${credential}/work-log`;
}

/** The public address of the capture of the n-th piece of evidence, from 1. `credential` is the badge's address. */
export function captureUrl(credential: string, n: number): string {
  return `${credential}/captures/${n}`;
}

/** The public address of an endorsement of a badge; also its `id`. `credential` is the badge's address. */
export function endorsementUrl(credential: string, uuid: string): string {
  return `${credential}/endorsements/${uuid}`;
}

/** The did:web of a person for whom an issuer signs endorsements. `issuer` is the issuer's DID, which controls it. */
export function assessorDid(issuer: string, uuid: string): string {
  return `${issuer}:assessors:${uuid}`;
}
