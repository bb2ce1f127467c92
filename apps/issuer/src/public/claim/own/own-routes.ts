import type { PublicLanguage } from '@proofmark/messages/public';
import type { RecipientExport } from '@proofmark/schemas/api';
import { Hono } from 'hono';
import type { PersonExport } from '../../../issuing/exports/export-recipient.js';
import type { OwnData } from '../../../issuing/learners/own-data.js';
import type { AddressProof } from '../../../issuing/learners/prove-correction.js';
import type { UseCases } from '../../../issuing/use-cases.js';
import { languageOfRequest } from '../../http/accept-language.js';
import type { Addresses } from '../../layout/addresses.js';
import type { PageAssets } from '../../layout/assets.js';
import { type IssuerOfPage, issuerOfRecord } from '../../layout/issuer-links.js';
import { PRIVATE } from '../../viewing-link/index.js';
import { noClaimPage } from '../claim-page.js';
import { FORM, formIn, page } from '../private-page.js';
import { dataPage, isEraseWord } from './data-page.js';
import { addressPage, ownMessage } from './own-messages.js';

export interface OwnRoutes {
  readonly useCases: Pick<UseCases, 'readOwnData' | 'exportOwnData' | 'eraseOwnData' | 'readAddressProof' | 'proveAddress'>;
  /** The address in the record of a person, opened. */
  readonly represent: (person: PersonExport) => RecipientExport;
  readonly at: Addresses;
  readonly assets: PageAssets;
  readonly language: PublicLanguage | undefined;
}

/** `/claim/pm_data_…` and `/claim/pm_address_…`: the links of mails by which learners prove an address. A GET changes nothing, and hands out no file. */
export function ownRoutes({ useCases, represent, at, assets, language: fixed }: OwnRoutes): Hono {
  const app = new Hono();
  const nothing = (language: PublicLanguage): Response => page(noClaimPage({ kind: 'none' }, at, assets, language), 404);
  const told = (kind: Parameters<typeof ownMessage>[0], issuer: IssuerOfPage, language: PublicLanguage, status = 200): Response =>
    page(ownMessage(kind, { issuer, back: null }, at, assets, language), status);

  const showData = (found: OwnData, language: PublicLanguage, mistyped = false): Response => {
    if (found.kind === 'none') return nothing(language);
    const issuer = issuerOfRecord(found.issuer);
    if (found.kind === 'closed') return told('closed', issuer, language, 410);
    const { kept, badges, count } = found;
    return page(dataPage({ ...kept, issuer, badges, count, mistyped }, at, assets, language), mistyped ? 422 : 200);
  };
  app.get('/claim/:token{pm_data_[^/]+}', async (c) => {
    return showData(await useCases.readOwnData(c.req.param('token')), languageOfRequest(c.req, fixed));
  });
  app.post('/claim/:token{pm_data_[^/]+}', async (c) => {
    const [token, language, form] = [c.req.param('token'), languageOfRequest(c.req, fixed), await formIn(c.req)];
    const found = await useCases.readOwnData(token);
    if (found.kind !== 'proven') return showData(found, language);
    if (form === null) return new Response(null, { status: 415, headers: { ...PRIVATE, 'accept-post': FORM } });
    if (form.get('do') === 'download') {
      const person = await useCases.exportOwnData(token);
      return person === null ? told('closed', issuerOfRecord(found.issuer), language, 410) : file(represent(person), found.issuer.slug);
    }
    if (form.get('do') !== 'erase') return showData(found, language);
    if (!isEraseWord(form.get('word') ?? '', language)) return showData(found, language, true);
    const erased = await useCases.eraseOwnData(token);
    return erased.kind === 'erased' ? told('erased', issuerOfRecord(erased.issuer), language) : showData(erased, language);
  });

  const showProof = (proof: AddressProof, language: PublicLanguage): Response => {
    if (proof.kind === 'none') return nothing(language);
    const issuer = issuerOfRecord(proof.issuer);
    if (proof.kind === 'open') return page(addressPage(issuer, at, assets, language), 200);
    return proof.kind === 'done' ? told('waiting', issuer, language) : told('closed', issuer, language, 410);
  };
  app.get('/claim/:token{pm_address_[^/]+}', async (c) =>
    showProof(await useCases.readAddressProof(c.req.param('token')), languageOfRequest(c.req, fixed)),
  );
  app.post('/claim/:token{pm_address_[^/]+}', async (c) =>
    showProof(await useCases.proveAddress(c.req.param('token')), languageOfRequest(c.req, fixed)),
  );
  return app;
}

function file(body: RecipientExport, slug: string): Response {
  const headers = { ...PRIVATE, 'content-type': 'application/json', 'content-disposition': `attachment; filename="${slug}-my-data.json"` };
  return new Response(`${JSON.stringify(body, null, 2)}\n`, { headers });
}
