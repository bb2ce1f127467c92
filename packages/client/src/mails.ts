import type {
  ListMailsQuery,
  MailCounts,
  MailKind,
  MailLanguage,
  MailPreview,
  MailResource,
  MailSettings,
  MailText,
  MailTextResource,
  TryMailText,
  UpdateMailSettings,
} from '@proofmark/schemas/api';
import { walk } from './pages.js';
import type { Send } from './transport.js';

/** Mails that tell learners of their badges. */
export interface MailMethods {
  /** What the learners of an issuer are told. */
  settings(issuerId: string): Promise<MailSettings>;
  updateSettings(issuerId: string, change: UpdateMailSettings): Promise<MailSettings>;
  /** What all mails say. */
  texts(issuerId: string): Promise<{ readonly data: readonly MailTextResource[] }>;
  text(issuerId: string, kind: MailKind, language: MailLanguage): Promise<MailTextResource>;
  updateText(issuerId: string, kind: MailKind, language: MailLanguage, text: MailText): Promise<MailTextResource>;
  /** Goes back to the text of the service. */
  resetText(issuerId: string, kind: MailKind, language: MailLanguage): Promise<void>;
  /** A mail with made-up names, which is not sent. */
  previewText(issuerId: string, kind: MailKind, language: MailLanguage, body?: TryMailText): Promise<MailPreview>;
  /** What was sent, what waits and what came back, the newest first. */
  list(filter?: Omit<ListMailsQuery, 'cursor'>): AsyncGenerator<MailResource, void, undefined>;
  /** How many mails of the last thirty days are in each state. */
  counts(query?: { issuer?: string }): Promise<MailCounts>;
}

export function mailMethods(send: Send): MailMethods {
  const settings = (issuerId: string): string => `/v1/issuers/${encodeURIComponent(issuerId)}/mail`;
  const text = (issuerId: string, kind: MailKind, language: MailLanguage): string =>
    `/v1/issuers/${encodeURIComponent(issuerId)}/mail-texts/${encodeURIComponent(kind)}/${encodeURIComponent(language)}`;
  return {
    texts: (issuerId) => send({ method: 'GET', path: `/v1/issuers/${encodeURIComponent(issuerId)}/mail-texts` }),
    text: (issuerId, kind, language) => send({ method: 'GET', path: text(issuerId, kind, language) }),
    updateText: (issuerId, kind, language, body) => send({ method: 'PUT', path: text(issuerId, kind, language), body }),
    resetText: (issuerId, kind, language) => send({ method: 'DELETE', path: text(issuerId, kind, language) }),
    previewText: (issuerId, kind, language, body = {}) => send({ method: 'POST', path: `${text(issuerId, kind, language)}/preview`, body }),
    settings: (issuerId) => send({ method: 'GET', path: settings(issuerId) }),
    updateSettings: (issuerId, body) => send({ method: 'PATCH', path: settings(issuerId), body }),
    list: (filter = {}) => walk(send, '/v1/mails', { ...filter }),
    counts: (query = {}) => send({ method: 'GET', path: '/v1/mail-counts', query: { ...query } }),
  };
}
