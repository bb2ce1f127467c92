/**
 * Where somebody is in the console. It stands behind the `#`, so that no server, log or referrer sees which learner is looked at:
 * `#/at/riverside/people?name=ada`.
 */
export interface Address {
  /** The slug of the issuer that is worked for; null on screens that are about none. */
  readonly issuer: string | null;
  /** The rest of the path, such as `people/4f…`; empty for the overview. */
  readonly path: string;
  readonly query: URLSearchParams;
}

const MOST = 2000;

/** Reads what stands behind the `#` of an address. What cannot be read leads to the overview. */
export function readAddress(hash: string): Address {
  const text = hash.replace(/^#\/?/, '');
  if (text.length > MOST) return { issuer: null, path: '', query: new URLSearchParams() };
  const [whole = '', query = ''] = splitOnce(text, '?');
  const parts = whole.split('/').map(decoded);
  const issuer = parts[0] === 'at' && parts[1] !== undefined && parts[1] !== '' ? parts[1] : null;
  return { issuer, path: (issuer === null ? parts : parts.slice(2)).join('/'), query: new URLSearchParams(query) };
}

/** The address as a link: begins with `#`. */
export function hrefOf({
  issuer,
  path,
  query,
}: {
  issuer: string | null;
  path: string;
  query?: Readonly<Record<string, string>> | URLSearchParams;
}): string {
  const search = new URLSearchParams(query ?? {}).toString();
  const start = issuer === null ? '' : `at/${encodeURIComponent(issuer)}/`;
  return `#/${start}${path.split('/').map(encodeURIComponent).join('/')}${search === '' ? '' : `?${search}`}`;
}

/**
 * Whether a path is one of a pattern such as `people/:id`.
 *
 * @returns what stands at the names of the pattern; null where it is another path
 */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const found: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (part.startsWith(':') && value !== '') found[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return found;
}

function splitOnce(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
