import type { CheckTexts } from '../texts.js';

export const checkTexts: CheckTexts = {
  names: {
    format: 'Ist es ein Badge?',
    shape: 'Anordnung',
    schema: 'Standard',
    'issuer-resolved': 'Schlüssel des Ausstellers',
    'issuer-binding': 'Aussteller und Schlüssel',
    'key-authorised': 'Erlaubnis des Schlüssels',
    signature: 'Signatur',
    claims: 'Umschlag',
    'valid-from': 'Beginn',
    'valid-until': 'Ende',
    refresh: 'Neuere Fassung',
    'status-list': 'Widerrufsliste',
    revoked: 'Widerrufen?',
    suspended: 'Ausgesetzt?',
    'issuer-domain': 'Domain des Ausstellers',
    'issuer-trusted': 'Bekannter Aussteller',
    recipient: 'Diese Person?',
    evidence: 'Die Arbeit',
    endorsements: 'Befürwortungen',
  },
  outcomes: { passed: 'Bestanden', failed: 'Nicht bestanden', unknown: 'Ohne Antwort', 'not-applicable': 'Entfällt' },
};
