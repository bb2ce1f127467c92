import type { Detail, FailedCode, UnknownCode } from '@proofmark/schemas';
import type { CheckCases } from '../compiled/types.js';
import type { SentenceMessages } from '../sentence.js';

interface Variant {
  readonly code: FailedCode | UnknownCode;
  /** The member of the detail that makes the difference, and its value where any will not do. */
  readonly when: readonly [key: string, value?: string];
  /** Its sentence in the catalogue. */
  readonly key: keyof CheckCases['by-detail'];
}

/** Codes that cover several things which are not the same to a reader. The first that fits is taken. */
const VARIANTS: readonly Variant[] = [
  { code: 'key-not-authorised', when: ['purpose'], key: 'other-purpose' },
  { code: 'key-not-authorised', when: ['use'], key: 'key-of-other-use' },
  { code: 'key-revoked', when: ['record', 'differs'], key: 'record-differs' },
  { code: 'key-revoked', when: ['record', 'missing'], key: 'record-missing' },
  { code: 'key-revoked', when: ['record'], key: 'record-silent' },
  { code: 'issuer-mismatch', when: ['part', 'class'], key: 'class-of-another' },
  { code: 'issuer-mismatch', when: ['form', 'hosted'], key: 'address-of-another' },
  { code: 'status-list-invalid', when: ['fault', 'stale'], key: 'list-out-of-date' },
  { code: 'status-list-invalid', when: ['fault', 'not-yet-valid'], key: 'list-not-yet-valid' },
  { code: 'status-list-invalid', when: ['fault', 'too-short'], key: 'list-too-short' },
  { code: 'evidence-changed', when: ['related'], key: 'related-document-changed' },
  { code: 'evidence-not-checked', when: ['matching'], key: 'evidence-partly-checked' },
  { code: 'badge-unreachable', when: ['status', '404'], key: 'nothing-at-address' },
];

/** The sentence for a code that means several things, by what its detail says; undefined where there is only one. */
export function detailMessage(code: string, detail: Detail | undefined, messages: CheckCases['by-detail']): SentenceMessages | undefined {
  const fits = ({ when: [key, value] }: Variant): boolean => {
    const found = detail !== undefined && Object.hasOwn(detail, key) ? detail[key] : undefined;
    return found !== undefined && (value === undefined || String(found) === value);
  };
  const variant = VARIANTS.find((one) => one.code === code && fits(one));
  return variant && messages[variant.key];
}
