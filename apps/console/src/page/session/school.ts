import type { SignInMethods, SignOnRequest } from '@proofmark/schemas/api';
import { type Answer, ask, type ProblemKind } from '../api.js';

const PROBLEMS: Readonly<Partial<Record<ProblemKind, ProblemKind>>> = {
  missing: 'school',
  forbidden: 'school-refused',
  mail: 'school-away',
};

/** Whether any school signs its people in here. Where the service does not answer, nobody is sent there. */
export async function hasSchools(): Promise<boolean> {
  const methods = await ask<SignInMethods>('GET', 'sign-in-methods');
  return methods.ok && methods.value.signOn;
}

/** Asks for the sign-on provider of the address's mail domain and opens its page. Returns the problem; null once the browser leaves this page. */
export async function goToSchool(email: string): Promise<ProblemKind | null> {
  const asked = await ask<SignOnRequest>('POST', 'sign-on-requests', { email });
  if (!asked.ok) return PROBLEMS[asked.problem] ?? asked.problem;
  location.assign(asked.value.url);
  return null;
}

/** Whether the provider of a school has sent the browser here. */
export const isBack = (): boolean => /\/sign-on$/.test(location.pathname);

/** Signs in with what the provider sent along, which leaves the address at once. */
export async function comeBack(): Promise<Answer<unknown>> {
  const brought = new URLSearchParams(location.search);
  history.replaceState(null, '', new URL('.', location.href.split('?')[0]).pathname);
  const [state, code, iss] = ['state', 'code', 'iss'].map((name) => brought.get(name));
  if (state == null || code == null) return { ok: false, problem: 'school-refused' };
  const begun = await ask('POST', 'sign-on-sessions', { state, code, ...(iss == null ? {} : { iss }) });
  return begun.ok ? begun : { ...begun, problem: PROBLEMS[begun.problem] ?? begun.problem };
}
