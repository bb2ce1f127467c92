import type { AllowMailDomain } from '@proofmark/schemas/api';
import type { Send } from './transport.js';

/** What the operator of the service decides about organisations, for admin keys. */
export interface OrganisationMethods {
  /** Lets the sign-on provider of an organisation vouch for addresses of a domain. */
  allowMailDomain(organisationId: string, body: AllowMailDomain): Promise<void>;
  /** Nobody new comes in by an address of the domain. Members stay. */
  disallowMailDomain(organisationId: string, domain: string): Promise<void>;
}

export function organisationMethods(send: Send): OrganisationMethods {
  const domains = (organisationId: string): string => `/v1/organisations/${encodeURIComponent(organisationId)}/mail-domains`;
  return {
    allowMailDomain: (organisationId, body) => send({ method: 'POST', path: domains(organisationId), body }),
    disallowMailDomain: (organisationId, domain) =>
      send({ method: 'DELETE', path: `${domains(organisationId)}/${encodeURIComponent(domain)}` }),
  };
}
