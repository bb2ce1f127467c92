import { BASE, type Members, member, time } from './member.js';

const ISSUER = member(
  'Its issuer identifier: an https address below which `/.well-known/openid-configuration` stands.',
  'https://login.school.example',
);
const CLIENT_ID = member('How this service is known there, 1 to 255 characters.', 'proofmark');
const ROLE = member('What newcomers are: `issuer`, `assessor` or `viewer`.', 'issuer');

const VERIFIED_BY_SCHOOL = member(
  'Whether addresses at the mail domains count as verified where the provider does not say, since the school gave them out. false when absent.',
  false,
);

export const SIGN_ON: Members = {
  SignOn: {
    provider: member('The provider; null where there is none.'),
    domains: member('The mail domains for whose addresses the organisation may vouch.', ['school.example']),
    redirectUri: member('Where the provider sends browsers back: to be registered there.', `${BASE}/console/sign-on`),
  },
  SignOnProvider: {
    issuer: ISSUER,
    clientId: CLIENT_ID,
    role: ROLE,
    verifiedBySchool: VERIFIED_BY_SCHOOL,
    updatedAt: time('When it was set.'),
  },
  SetSignOn: {
    issuer: ISSUER,
    clientId: CLIENT_ID,
    clientSecret: member('The secret of this client, 1 to 1024 characters. It is kept sealed, and never shown.', 'kept-by-the-provider'),
    role: ROLE,
    verifiedBySchool: VERIFIED_BY_SCHOOL,
  },
  SignInMethods: { signOn: member('Whether any organisation has a provider.', true) },
  AllowMailDomain: { domain: member('A mail domain, in lower case.', 'school.example') },
  CreateSignOnRequest: { email: member('The address of who wants to sign in.', 'grace@school.example') },
  SignOnRequest: { url: member('Where the browser goes.', 'https://login.school.example/authorize?client_id=proofmark') },
  CreateSignOnSession: {
    state: member('The parameter `state`.', 'af0ifjsldkj'),
    code: member('The parameter `code`.', 'SplxlOBeZQQYbYS6WxSbIA'),
    iss: member('The parameter `iss`, where there is one.', 'https://login.school.example'),
  },
};
