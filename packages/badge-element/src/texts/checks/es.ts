import type { CheckTexts } from '../texts.js';

export const checkTexts: CheckTexts = {
  names: {
    format: '¿Es una insignia?',
    shape: 'Disposición',
    schema: 'Norma',
    'issuer-resolved': 'Clave del emisor',
    'issuer-binding': 'Emisor y clave',
    'key-authorised': 'Permiso de la clave',
    signature: 'Firma',
    claims: 'Sobre',
    'valid-from': 'Inicio',
    'valid-until': 'Fin',
    refresh: 'Versión más reciente',
    'status-list': 'Lista de retiradas',
    revoked: '¿Retirada?',
    suspended: '¿Suspendida?',
    'issuer-domain': 'Dominio del emisor',
    'issuer-trusted': 'Emisor conocido',
    recipient: '¿Esta persona?',
    evidence: 'El trabajo',
    endorsements: 'Avales',
  },
  outcomes: { passed: 'Superada', failed: 'No superada', unknown: 'Sin respuesta', 'not-applicable': 'No procede' },
};
