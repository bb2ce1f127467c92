import type { HonoRequest } from 'hono';
import { PAGE_POLICY } from '../layout/layout.js';
import { PRIVATE } from '../viewing-link/index.js';

export const FORM = 'application/x-www-form-urlencoded';
/** Characters of a form that are read: more than its fields may have, in percent-encoded UTF-8. */
const MAX_FORM = 8000;

/** The fields of a form that was sent; null for a body of another type, which the caller refuses or takes for a form without fields. */
export async function formIn(request: HonoRequest): Promise<URLSearchParams | null> {
  const type = request.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  return type === FORM ? new URLSearchParams((await request.text()).slice(0, MAX_FORM)) : null;
}

/** A page of a learner alone, with forms that go to its own address. */
export function page(body: string, status: number): Response {
  const policy = PAGE_POLICY.replace("form-action 'none'", "form-action 'self'");
  const headers = { ...PRIVATE, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
  return new Response(body, { status, headers });
}
