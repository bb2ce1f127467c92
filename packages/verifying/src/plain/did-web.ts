/** A did:web taken apart. */
export interface DidWeb {
  /** Host and port. */
  readonly host: string;
  /** Whether the DID is of the host itself, and not of one among others below it. */
  readonly whole: boolean;
  /** Where its document lies. */
  readonly url: string;
}

const LABEL = '[a-z\\d](?:[a-z\\d-]*[a-z\\d])?';
const DID_WEB = new RegExp(`^did:web:((?:${LABEL}\\.)*[a-z](?:[a-z\\d-]*[a-z\\d])?)(?:%3A([1-9]\\d{0,4}))?((?::[\\w-][\\w.-]*)*)$`);

/** Reads a did:web as our issuers have it; null for one with anything unusual in it, and for another DID. */
export function didWeb(did: string): DidWeb | null {
  const [found, name, port, path] = (did.length < 250 && !did.includes('xn--') && DID_WEB.exec(did)) || [];
  if (!found || Number(port) > 65_535) return null;
  const host = port ? `${name}:${port}` : String(name);
  const folder = path ? path.replaceAll(':', '/') : '/.well-known';
  return { host, whole: !path, url: `${name === 'localhost' ? 'http' : 'https'}://${host}${folder}/did.json` };
}
