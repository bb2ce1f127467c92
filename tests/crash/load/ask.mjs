/** Longer than the service takes to answer that it cannot, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Asks one process. Answers the status and the body; status 0 when no answer came, or not a whole one.
 */
export async function ask(service, method, path, { apiKey, body, key, accept } = {}) {
  const headers = {
    ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined || key === null ? {} : { 'idempotency-key': key }),
    ...(accept === undefined ? {} : { accept }),
  };
  try {
    const answer = await fetch(`${service.base}${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const text = await answer.text();
    return { status: answer.status, body: parsed(text) };
  } catch {
    return { status: 0, body: null };
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What an answer leaves open: it may have been done or not. The same request may be sent again. */
export function leavesOpen({ status, body }) {
  return status === 0 || status === 429 || status === 503 || (status === 409 && body?.code === 'request-in-progress');
}
