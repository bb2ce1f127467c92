import type { Input } from '../candidate.js';
import { inputOfText } from '../from-text.js';

/** Codes that start an exchange with a wallet, or hold a credential in a packed form that we do not read. */
const OTHERS =
  /^(?:openid4vp|openid-credential-offer|openid-vc|didcomm|haip|mdoc|eudi-\w+|dcc-\w+|dccrequest):|^(?:VP1|VC1)-|^HC1:|^shc:\//i;

/** The input in a QR code; null for a code that is for wallets only. */
export function inputOfQr(text: string, from: string): Input | null {
  return OTHERS.test(text.trim()) ? null : inputOfText(text, from);
}
