import type { Taken } from '../candidate.js';
import { takeText } from '../from-text.js';

/** Codes that start an exchange with a wallet, or hold a credential in a packed form that we do not read. */
const OTHERS =
  /^(?:openid4vp|openid-credential-offer|openid-vc|didcomm|haip|mdoc|eudi-\w+|dcc-\w+|dccrequest):|^(?:VP1|VC1)-|^HC1:|^shc:\//i;

/** What a QR code leads to; null for a code that is for wallets only. */
export function takeQr(text: string, from: string): Taken | null {
  return OTHERS.test(text.trim()) ? null : takeText(text, from);
}
