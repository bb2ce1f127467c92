import type { TokenPort } from '../ports.js';
import { askToken } from './ask-token.js';
import { askVc } from './ask-vc.js';
import type { CheckedSignature } from './checked-signature.js';
import type { LibraryAnswer } from './library-answer.js';

export interface SecondOpinion {
  readonly library: '@digitalbazaar/vc' | 'jose';
  /** `cannot-tell` also when our own check could not. */
  readonly opinion: 'agrees' | 'disagrees' | 'cannot-tell';
  /** What our own check says and what the library says. */
  readonly ours: 'valid' | 'invalid' | 'undecided';
  readonly theirs: LibraryAnswer['answer'];
  /** Why the library cannot tell, or null. */
  readonly reason: Extract<LibraryAnswer, { readonly answer: 'cannot-tell' }>['reason'] | null;
}

/**
 * What a library that shares no code with our own check says about the same signature: @digitalbazaar/vc for an embedded proof, jose for a token.
 * It answers for the signature alone: it verifies restructured badges, so its word never makes a verdict better. For a token our own check asks
 * jose too; the second opinion then concerns what is decided before the library is asked.
 */
export async function secondOpinion(checked: CheckedSignature, tokens: Pick<TokenPort, 'verifyCompact'>): Promise<SecondOpinion> {
  const answer = checked.form === 'jwt' ? await askToken(checked, tokens) : await askVc(checked);
  const ours = checked.ours === 'valid' || checked.ours === 'invalid' ? checked.ours : 'undecided';
  const undecided = ours === 'undecided' || answer.answer === 'cannot-tell';
  return {
    library: checked.form === 'jwt' ? 'jose' : '@digitalbazaar/vc',
    opinion: undecided ? 'cannot-tell' : ours === answer.answer ? 'agrees' : 'disagrees',
    ours,
    theirs: answer.answer,
    reason: answer.answer === 'cannot-tell' ? answer.reason : null,
  };
}
