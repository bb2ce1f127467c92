import type { PublicLanguage } from '@proofmark/messages/public';
import type { Addresses } from '../../layout/addresses.js';
import type { PageAssets } from '../../layout/assets.js';
import type { IssuerOfPage } from '../../layout/issuer-links.js';
import { deletePage } from '../delete-page.js';
import { type DataPage, dataPage } from './data-page.js';
import { addressPage, type OwnMessage, ownMessage } from './own-messages.js';

const MESSAGES: readonly OwnMessage[] = [
  ...(['sent-data', 'sent-address', 'waiting', 'erased', 'closed', 'no-mail', 'no-address', 'too-many'] as const),
  ...(['not-standing', 'nothing', 'no-name', 'no-email'] as const),
];

type Draw = (language?: PublicLanguage) => string;

/** Every page that learners see of what they ask for by themselves, about one text that somebody else wrote. */
export function ownPages(issuer: IssuerOfPage, foreign: string, at: Addresses, assets: PageAssets): Readonly<Record<string, Draw>> {
  const kept = { issuer, name: foreign, email: foreign, externalId: foreign, badges: [foreign], count: 1, mistyped: false };
  const data =
    (shown: DataPage): Draw =>
    (language) =>
      dataPage(shown, at, assets, language);
  const told =
    (kind: OwnMessage): Draw =>
    (language) =>
      ownMessage(kind, { issuer, back: '/' }, at, assets, language);
  const deleting = { page: true, search: false, copies: false, archives: null };
  return {
    'that asks before copies are deleted': (language) => deletePage(deleting, '/', issuer, at, assets, language),
    'of what is kept of a learner': data(kept),
    'that wants the word for erasing': data({ ...kept, count: 200, mistyped: true }),
    'that asks whether an address is theirs': (language) => addressPage(issuer, at, assets, language),
    ...Object.fromEntries(MESSAGES.map((kind) => [`that tells a learner: ${kind}`, told(kind)])),
  };
}
