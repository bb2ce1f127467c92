export type KeyStoreErrorCode = 'key-damaged' | 'key-unwritable';

/** A key that cannot be read or written. The message names the file and holds nothing of its content. */
export class KeyStoreError extends Error {
  override readonly name = 'KeyStoreError';
  readonly code: KeyStoreErrorCode;

  constructor(code: KeyStoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
