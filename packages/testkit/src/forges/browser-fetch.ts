const SAFELISTED = ['cache-control', 'content-language', 'content-length', 'content-type', 'expires', 'last-modified', 'pragma'];

/**
 * A fetch that hides from its caller what a browser hides from a page of another origin (Fetch standard, CORS): an answer without
 * `Access-Control-Allow-Origin` is a network error, and of its header only the safelisted fields and those that it exposes can be read.
 *
 * @param places - where an origin really is: `https://api.github.com` on this machine
 */
export function browserFetch(places: Readonly<Record<string, string>> = {}): typeof fetch {
  return async (input, init) => {
    const url = new URL(String(input));
    const place = Object.hasOwn(places, url.origin) ? places[url.origin] : url.origin;
    const response = await fetch(`${place}${url.pathname}${url.search}`, init ?? {});
    if (response.headers.get('access-control-allow-origin') !== '*') throw new TypeError('Failed to fetch');
    const exposed = (response.headers.get('access-control-expose-headers') ?? '').toLowerCase().split(/\s*,\s*/);
    const readable = [...response.headers].filter(([name]) => SAFELISTED.includes(name) || exposed.includes(name));
    return new Response(response.body, { status: response.status, headers: readable });
  };
}
