import type { CheckTexts } from '../texts.js';

export const checkTexts: CheckTexts = {
  names: {
    format: 'Is het een badge?',
    shape: 'Ordening',
    schema: 'Standaard',
    'issuer-resolved': 'Sleutel van de uitgever',
    'issuer-binding': 'Uitgever en sleutel',
    'key-authorised': 'Recht van de sleutel',
    signature: 'Handtekening',
    claims: 'Envelop',
    'valid-from': 'Begin',
    'valid-until': 'Einde',
    refresh: 'Nieuwere versie',
    'status-list': 'Intrekkingslijst',
    revoked: 'Ingetrokken?',
    suspended: 'Opgeschort?',
    'issuer-domain': 'Domein van de uitgever',
    'issuer-trusted': 'Bekende uitgever',
    recipient: 'Deze persoon?',
    evidence: 'Het werk',
    endorsements: 'Aanbevelingen',
  },
  outcomes: { passed: 'Geslaagd', failed: 'Niet geslaagd', unknown: 'Zonder antwoord', 'not-applicable': 'Niet van toepassing' },
};
