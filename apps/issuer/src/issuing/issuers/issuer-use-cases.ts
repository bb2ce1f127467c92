import { type Bound, bind } from '../bind.js';
import type { Store } from '../ports.js';
import { type AskDomain, checkDomain } from './check-domain.js';
import { createIssuer, type IssuerMaking } from './create-issuer.js';
import { getDomain } from './get-domain.js';
import { getIssuer } from './get-issuer.js';
import { issuerOfPicture } from './issuer-of-picture.js';
import { linkDomain } from './link-domain.js';
import { listDomains } from './list-domains.js';
import { listIssuers } from './list-issuers.js';
import { unlinkDomain } from './unlink-domain.js';
import { updateIssuer } from './update-issuer.js';

/** An issuer, and the web domains that it claims. */
export interface IssuerUseCases {
  readonly createIssuer: Bound<typeof createIssuer>;
  readonly getIssuer: Bound<typeof getIssuer>;
  readonly issuerOfPicture: Bound<typeof issuerOfPicture>;
  readonly listIssuers: Bound<typeof listIssuers>;
  readonly updateIssuer: Bound<typeof updateIssuer>;
  readonly linkDomain: Bound<typeof linkDomain>;
  readonly listDomains: Bound<typeof listDomains>;
  readonly getDomain: Bound<typeof getDomain>;
  readonly checkDomain: Bound<typeof checkDomain>;
  readonly unlinkDomain: Bound<typeof unlinkDomain>;
}

export function issuerUseCases(deps: IssuerMaking & { readonly store: Store; readonly askDomain: AskDomain }): IssuerUseCases {
  return {
    createIssuer: bind(createIssuer, deps),
    getIssuer: bind(getIssuer, deps),
    issuerOfPicture: bind(issuerOfPicture, deps),
    listIssuers: bind(listIssuers, deps),
    updateIssuer: bind(updateIssuer, deps),
    linkDomain: bind(linkDomain, deps),
    listDomains: bind(listDomains, deps),
    getDomain: bind(getDomain, deps),
    checkDomain: bind(checkDomain, deps),
    unlinkDomain: bind(unlinkDomain, deps),
  };
}
