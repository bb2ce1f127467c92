/** What the signature of a commit turned out to be. A valid one proves that the holder of the key signed, not who that is. */
export type SignatureOutcome =
  | {
      readonly outcome: 'valid';
      /** An SSH key in OpenSSH's base64, or the fingerprint of an OpenPGP key. */
      readonly key: string;
    }
  | { readonly outcome: 'invalid' }
  /** X.509, an OpenPGP key that was not declared, or an SSH key of a kind that we do not check. */
  | { readonly outcome: 'not-checked' };
