import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { ContentCoding } from '@proofmark/platform/node';
import type { PublicAnswer } from './answer.js';

/** An answer as it is sent: one content coding of it, with all headers. */
export interface Form {
  readonly body: Uint8Array;
  /** The entity tag; null for what is no document. */
  readonly tag: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a 304. */
  readonly unchanged: Readonly<Record<string, string>>;
}

/** An answer with its forms, each of which is made once. */
export interface PublicDocument {
  readonly answer: PublicAnswer;
  /** The pattern of the route that answered. */
  readonly route: string;
  /** A form that is there already; that of null always is. */
  ready(coding: ContentCoding | null): Form | null;
  form(coding: ContentCoding | null): Promise<Form>;
}

type Compress = (body: Uint8Array) => Promise<Uint8Array>;

const COMPRESS: Readonly<Record<ContentCoding, Compress>> = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body) => promisify(gzip)(body, { level: 6 }),
};

/** @param grown hears of bytes that a form takes beside the answer itself */
export function publicDocument(answer: PublicAnswer, route = '', grown: (bytes: number) => void = () => undefined): PublicDocument {
  const plain = formOf(answer, null, answer.body);
  const made = new Map<ContentCoding, Form>();
  const underway = new Map<ContentCoding, Promise<Form>>();
  const ready = (coding: ContentCoding | null): Form | null =>
    coding === null || !answer.compressible ? plain : (made.get(coding) ?? null);
  const make = async (coding: ContentCoding): Promise<Form> => {
    const packed = new Uint8Array(await COMPRESS[coding](answer.body));
    const form = packed.byteLength < answer.body.byteLength ? formOf(answer, coding, packed) : plain;
    made.set(coding, form);
    if (form !== plain) grown(packed.byteLength);
    return form;
  };
  return {
    answer,
    route,
    ready,
    async form(coding) {
      const there = ready(coding);
      if (there !== null || coding === null) return there ?? plain;
      const making = underway.get(coding) ?? make(coding).finally(() => underway.delete(coding));
      underway.set(coding, making);
      return making;
    },
  };
}

function formOf({ headers: common, version }: PublicAnswer, coding: ContentCoding | null, body: Uint8Array): Form {
  const tag = version === null ? null : `"${version}${coding === null ? '' : `-${coding}`}"`;
  const { 'content-type': contentType = '', ...others } = common;
  const unchanged = tag === null ? others : { ...others, etag: tag };
  const encoding = coding === null ? {} : { 'content-encoding': coding };
  const headers = { ...unchanged, 'content-type': contentType, ...encoding, 'content-length': String(body.byteLength) };
  return { body, tag, headers, unchanged };
}
