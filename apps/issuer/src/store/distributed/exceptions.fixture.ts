/** A statement of ours that no issuer bounds, and why that is right. */
export interface Exception {
  /** Matched against the text with single spaces. */
  readonly statement: RegExp;
  /** Of what is found about it, what is allowed. */
  readonly allows: RegExp;
  readonly reason: string;
}

const EVERY_SHARD = /is asked without issuer_id/;

export const EXCEPTIONS: readonly Exception[] = [
  {
    statement: /^select "issuer_id" from "(credential|achievement)" where "id" = \$1$/,
    allows: EVERY_SHARD,
    reason: 'An id that was made before ids carried a number names no issuer.',
  },
];

export function exceptionFor(text: string): Exception | null {
  const plain = text.replace(/\s+/g, ' ').trim();
  return EXCEPTIONS.find(({ statement }) => statement.test(plain)) ?? null;
}
