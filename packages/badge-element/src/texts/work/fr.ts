import type { WorkTexts } from '../work-texts.js';

export const workTexts: WorkTexts = {
  lang: 'fr',
  looking: 'Examen du travail …',
  said: {
    passed: 'Le travail est celui qui a été évalué.',
    changed: 'Le travail a changé depuis son évaluation. Le badge lui-même reste ce qu’il est.',
    gone: 'Une partie du travail a disparu. Le badge lui-même reste ce qu’il est.',
    open: 'Tout n’a pas pu être établi. Cela ne dit rien contre le travail.',
    failed: 'Ce navigateur n’a pas pu examiner le travail.',
  },
  related: 'Un document que le badge lie à lui-même est devenu un autre : {related}',
  methods: {
    token: 'Un texte donné par l’émetteur s’y trouve[ : {by}]',
    did: 'Son DID s’y trouve[ : {by}]',
    'signed-commit': 'Signé avec sa clé[ {by}]',
    'linked-account': 'Compte lié[ « {by} »]',
    assessor: 'Attesté par[ {by}]',
  },
  share: '{commits} commits sur {of}',
  copies: {
    kept: '{by} garde une copie depuis le {at}',
    requested: 'Une copie a été demandée : {by} ({at})',
    failed: '{by} n’a pas pu garder de copie ({at})',
  },
  issuer: 'L’émetteur',
  openCopy: 'ouvrir la copie chez {host}',
  lastLook: 'Le serveur de l’émetteur dit : examiné le {at}. {answer}.',
  ages: {
    current: 'Le travail est actuel',
    ageing: 'Le travail vieillit : depuis sa modification, l’essentiel de la validité du badge s’est écoulé',
    expired: 'Le travail est plus ancien que la validité du badge',
  },
  changedAt: 'Dernière modification : {at}',
  also: 'Aussi nommé',
};
