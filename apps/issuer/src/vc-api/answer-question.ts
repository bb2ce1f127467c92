import type { Refusal } from '../issuing/result.js';
import { readBody } from '../routes/v1/http/read-body.js';
import type { VerifyDeps } from './ports.js';
import { type ProblemDetails, TYPES } from './problem-details.js';
import { type Verification, verifyCredential } from './verify-credential.js';
import { verifyPresentation } from './verify-presentation.js';

/** What the VC-API is asked about. */
export type Question = 'credential' | 'presentation';

/** An answer of the VC-API, ready for the wire, or a refusal of the request as a whole. */
export type Answered = { readonly status: 200 | 400; readonly body: string } | { readonly refusal: Refusal };

const USES: Readonly<Record<Question, (deps: VerifyDeps, body: unknown) => Promise<Verification<unknown>>>> = {
  credential: verifyCredential,
  presentation: verifyPresentation,
};

/** Answers a request, from its body as it came: all that is done with what a stranger sent. A body that is no JSON is an answer of the VC-API too. */
export async function answerQuestion(
  { question, body, contentType }: { readonly question: Question; readonly body: ArrayBufferLike; readonly contentType: string },
  deps: VerifyDeps,
): Promise<Answered> {
  const reading = readBody(body, contentType, 'post');
  if (reading.ok) {
    const verification = await USES[question](deps, reading.value);
    return { status: verification.verified ? 200 : 400, body: JSON.stringify(verification) };
  }
  const { refusal } = reading;
  if (refusal.code !== 'malformed-request') return { refusal };
  const places = refusal.errors?.map(({ pointer, detail }) => ` ${pointer} ${detail}.`).join('') ?? '';
  return { status: 400, body: JSON.stringify({ verified: false, problemDetails: [unreadable(`${refusal.detail}${places}`)] }) };
}

function unreadable(detail: string): ProblemDetails {
  return { type: TYPES.parsing, title: 'The request cannot be read', detail };
}
