import type { DoiAnswer } from '@proofmark/evidence';
import type { GuardedHttp } from '@proofmark/platform/node';
import { isCanonicalInstant, isObject, listOf, member, textOf } from '@proofmark/primitives';
import type { Json } from '@proofmark/schemas';
import { askJson } from '../remote/ask-json.js';

/** Asks DataCite, which registers the DOIs of Zenodo, figshare and universities, whether a DOI names one version (REST API, `GET /dois/{doi}`). */
export function dataCite(http: Pick<GuardedHttp, 'request'>, base = 'https://api.datacite.org'): (doi: string) => Promise<DoiAnswer> {
  return async (doi) => {
    const url = `${base}/dois/${doi.split('/').map(encodeURIComponent).join('/')}`;
    const answer = await askJson(http, { url, headers: { accept: 'application/vnd.api+json' } });
    if (!answer.ok) return { ok: false, code: answer.status === 404 ? 'doi-unknown' : 'registry-silent' };
    const data = (answer.body as { readonly [name: string]: Json }).data;
    const attributes = isObject(data) ? data.attributes : undefined;
    const found = isObject(data) ? textOf(data, 'id') : null;
    if (!isObject(attributes) || found?.toLowerCase() !== doi.toLowerCase()) return { ok: false, code: 'registry-silent' };
    const relations = new Set(
      listOf(member(attributes, 'relatedIdentifiers')).map((one) => (isObject(one) ? textOf(one, 'relationType') : null)),
    );
    const registered = textOf(attributes, 'registered')?.replace(/\.\d{1,9}Z$/, 'Z') ?? null;
    return {
      ok: true,
      // That which has versions leads to the newest of them.
      isVersion: relations.has('IsVersionOf') && !relations.has('HasVersion'),
      registeredAt: registered !== null && isCanonicalInstant(registered) ? registered : null,
    };
  };
}
