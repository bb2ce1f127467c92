import { plainText } from '../layout/plain-text.js';
import type { BadgeView } from './badge-view.js';

/** The form of LinkedIn in which a person adds a certificate to the own profile, filled in. Nothing is sent until it is opened. */
export function linkedInAddress(badge: BadgeView, organizationId: string | null, address: string): string {
  const parameters = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: plainText(badge.title),
    ...(organizationId === null ? { organizationName: plainText(badge.issuer.name) } : { organizationId }),
    certUrl: address,
  });
  addMonth(parameters, 'issue', badge.validFrom);
  addMonth(parameters, 'expiration', badge.validUntil);
  return `https://www.linkedin.com/profile/add?${parameters.toString()}`;
}

function addMonth(parameters: URLSearchParams, name: string, date: Date | null): void {
  if (date === null) return;
  parameters.set(`${name}Year`, String(date.getUTCFullYear()));
  parameters.set(`${name}Month`, String(date.getUTCMonth() + 1));
}
