import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import type { S3Keys } from './s3-objects.js';

/** A storage that speaks as much of the S3 API as blobs need. It has one bucket. */
export interface S3Server extends LoopbackServer {
  /** By their paths. */
  readonly objects: Map<string, Uint8Array>;
  /** The requests that it refused, since their signature was wrong. */
  readonly refused: string[];
  /** Answers so many requests with 503 first. */
  readonly state: { busy: number };
}

/** Every request has to be signed with these keys (AWS Signature Version 4), which is worked out here by the specification and not by the client's library. */
export async function s3Server(bucket: string, keys: S3Keys, region: string): Promise<S3Server> {
  const objects = new Map<string, Uint8Array>();
  const refused: string[] = [];
  const state = { busy: 0 };
  const server = await loopbackServer(async (request, response) => {
    const parts: Uint8Array[] = [];
    for await (const part of request) parts.push(part as Uint8Array);
    const body = Buffer.concat(parts);
    const answer = (status: number, code: string): void => void response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
    if (state.busy > 0) {
      state.busy -= 1;
      return answer(503, 'SlowDown');
    }
    if (!isSigned(request, body, keys, region)) {
      refused.push(`${request.method} ${request.url}`);
      return answer(403, 'SignatureDoesNotMatch');
    }
    const path = request.url ?? '';
    if (!path.startsWith(`/${bucket}/`)) return answer(404, 'NoSuchBucket');
    const found = objects.get(path);
    if (request.method === 'PUT') objects.set(path, body);
    else if (request.method === 'DELETE') objects.delete(path);
    else if (found === undefined) return answer(404, 'NoSuchKey');
    response.writeHead(request.method === 'DELETE' ? 204 : 200).end(request.method === 'GET' ? found : undefined);
  });
  return { ...server, objects, refused, state };
}

const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: Uint8Array | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

function isSigned(
  { method, url = '', headers }: IncomingMessage,
  body: Uint8Array,
  { accessKeyId, secretAccessKey }: S3Keys,
  region: string,
): boolean {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  const time = String(headers['x-amz-date']);
  if (given === null || given[1] !== accessKeyId || given[3] !== region || headers['x-amz-content-sha256'] !== sha256(body)) return false;
  const [, , day = '', , signed = '', signature] = given;
  if (!signed.split(';').includes('host') || !time.startsWith(day)) return false;
  const [path = '', query = ''] = url.split('?');
  const canonical = [
    method,
    path,
    query,
    ...signed.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    signed,
    sha256(body),
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secretAccessKey}`, day), region));
  return hmac(key, ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')).toString('hex') === signature;
}
