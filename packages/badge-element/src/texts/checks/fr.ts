import type { CheckTexts } from '../texts.js';

export const checkTexts: CheckTexts = {
  names: {
    format: 'Est-ce un badge ?',
    shape: 'Disposition',
    schema: 'Norme',
    'issuer-resolved': 'Clé de l’émetteur',
    'issuer-binding': 'Émetteur et clé',
    'key-authorised': 'Droit de la clé',
    signature: 'Signature',
    claims: 'Enveloppe',
    'valid-from': 'Début',
    'valid-until': 'Fin',
    refresh: 'Version plus récente',
    'status-list': 'Liste des retraits',
    revoked: 'Retiré ?',
    suspended: 'Suspendu ?',
    'issuer-domain': 'Domaine de l’émetteur',
    'issuer-trusted': 'Émetteur connu',
    recipient: 'Cette personne ?',
    evidence: 'Le travail',
    endorsements: 'Recommandations',
  },
  outcomes: { passed: 'Réussi', failed: 'Non réussi', unknown: 'Sans réponse', 'not-applicable': 'Sans objet' },
};
