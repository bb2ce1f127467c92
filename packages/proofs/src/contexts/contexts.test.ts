import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../data-integrity/canonical-json.js';
import { CONTEXT_DOCUMENTS } from './documents.js';
import { staticLoader } from './loader.js';
import { PINNED_CONTEXTS } from './urls.js';

/** SHA-256 of the JCS form of each document: an update of a package must not change what is signed unnoticed. */
const PINS: Readonly<Record<string, string>> = {
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json': '7defe702c102faf14108579b7d65ef39ecf4c3bbef925b803e15bd77cd6e3394',
  'https://purl.imsglobal.org/spec/clr/v2p0/context.json': 'a2dd0c0c07434663b7b54a51dd8a3363f6d5c420efa87e3d97b4ef8661596d44',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.0.json': '2c54acaa1cffda2420be32ab61f0a2082051211131c6337686f36f2537aa859b',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json': '8bb2354552b70cbdf2066f6d3e24bc5c2be2619145737580ad2aebdc366e77d5',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json': 'bdd1d11a55a660322f24660862a1d430ee80cce584465f750909daa43684357c',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': '04b1136ddc4eda9a8966bc7ef182789f233a26739473140ef75d6968c29a2966',
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json': '2c54acaa1cffda2420be32ab61f0a2082051211131c6337686f36f2537aa859b',
  'https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld': '2c54acaa1cffda2420be32ab61f0a2082051211131c6337686f36f2537aa859b',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': '15f4c347c6fe4380d9b6b93795859e33747ef48d5c55b91a71c52fb51c7bcbd7',
  'https://w3id.org/security/data-integrity/v1': '9505bf85338a4c2121ad03992ac90061bc85d43bcfa34d9d47b779381cf08b5f',
  'https://w3id.org/security/data-integrity/v2': '7ba3c50acf2689d5e07927267343eb353249c7c22a9f2d00307cc970e855e305',
  'https://w3id.org/security/multikey/v1': 'be20c3ee6af6e9c4102e66a85c26617831218e32216bdf050f870e389e737cdc',
  'https://w3id.org/security/suites/ed25519-2020/v1': 'fb517f09d990829aed734c9bad8cbbb2ac3d5063b865c7e3d81f246074bf5691',
  'https://w3id.org/vc/status-list/2021/v1': '9768f9aa81ab6c3e2ad96b2d669eaba67afe13fff0140a853f1e3d313fab13b6',
  'https://www.w3.org/2018/credentials/v1': 'b01e671e873981f19a9102a9a57f666dbcaeb31b99e3e124378d143e71549247',
  'https://www.w3.org/ns/credentials/status/v1': 'b2fcebfbaf4e6beae2be370fda8a5f9f99c28540c798a75a8cdccc0fb1a12492',
  'https://www.w3.org/ns/credentials/v2': 'b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf',
};

describe('the pinned contexts', () => {
  it('are the same addresses in the light entry and with their documents', () => {
    expect([...CONTEXT_DOCUMENTS.keys()].sort()).toEqual([...PINNED_CONTEXTS].sort());
  });

  it('have the content they had when they were compared with the published ones', () => {
    const hashes = [...CONTEXT_DOCUMENTS].map(([url, document]) => [
      url,
      createHash('sha256')
        .update(canonicalJson(document as never))
        .digest('hex'),
    ]);
    expect(Object.fromEntries(hashes)).toEqual(PINS);
  });

  it('refer to no other document', () => {
    for (const [url, document] of CONTEXT_DOCUMENTS) {
      const inner = JSON.stringify(document).match(/"@(?:context|import)":"[^"]*"/g);
      expect(inner, url).toBeNull();
    }
  });

  it('are the only ones that the loader answers', async () => {
    const loader = staticLoader();
    await expect(loader.load('https://evil.example/context.json')).rejects.toThrow('not pinned');
    await expect(loader.load('https://www.w3.org/ns/credentials/v2/')).rejects.toThrow('not pinned');
    expect(loader.refused()).toBe('https://evil.example/context.json');
    expect((await loader.load('https://www.w3.org/ns/credentials/v2')).document).toHaveProperty('@context');
  });

  // T2: a further context under a pinned address would redefine what a badge says.
  it('cannot be replaced by further contexts', async () => {
    const forged = { '@context': { issuer: 'https://evil.example/#issuer' } };
    const own = 'https://words.example/context.json';
    const loader = staticLoader(new Map([...[...CONTEXT_DOCUMENTS.keys(), own].map((url) => [url, forged] as const)]));
    for (const [url, document] of CONTEXT_DOCUMENTS) expect((await loader.load(url)).document).toBe(document);
    expect((await loader.load(own)).document).toBe(forged);
  });
});
