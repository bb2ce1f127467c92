/** Why a credential was not signed. */
export type SigningCode =
  /** The signer's algorithm does not fit the proof format. */
  | 'wrong-algorithm'
  /** A statement of the document would not be signed; `checkSafe` says which. */
  | 'unsafe-document'
  /** A claim that the format demands has no value in the credential. */
  | 'claim-missing';

/** Signing something that was not checked before is misuse, hence an exception. The message holds no part of the credential. */
export class SigningError extends Error {
  readonly code: SigningCode;
  constructor(code: SigningCode, message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.name = 'SigningError';
    this.code = code;
  }
}
