/** The kinds of relayed answers: JSON or a signed token, a badge in one of its forms, or evidence, of which only digests are passed on. */
export type Form = 'json' | 'badge' | 'digests';

/** A kind of document that is asked for on behalf of readers, by the purpose that the verifier names. */
export interface Kind {
  readonly accept: string;
  /** Of the body, after decompression. */
  readonly maxBytes: number;
  readonly form: Form;
}

const JSON_ACCEPT = 'application/json, application/ld+json;q=0.9, application/jwt;q=0.8, */*;q=0.1';
const json = (maxBytes: number): Kind => ({ accept: JSON_ACCEPT, maxBytes, form: 'json' });

/** All that is relayed, and nothing else: this is no way to read the web through our server. */
export const KINDS: Readonly<Record<string, Kind>> = {
  badge: {
    accept: 'application/vc, application/vc+jwt;q=0.9, application/ld+json;q=0.9, application/json;q=0.8, image/*;q=0.7, */*;q=0.1',
    maxBytes: 4_000_000,
    form: 'badge',
  },
  issuer: json(1_000_000),
  domain: json(1_000_000),
  status: json(4_000_000),
  'status-reference': json(1_000_000),
  record: json(1_000_000),
  refresh: json(1_000_000),
  endorsement: json(1_000_000),
  registry: json(4_000_000),
  'evidence-report': json(1_000_000),
  'work-log': json(1_000_000),
  evidence: { accept: '*/*', maxBytes: 20_971_520, form: 'digests' },
  'related-resource': { accept: '*/*', maxBytes: 20_971_520, form: 'digests' },
};
