import type { WorkTexts } from '../work-texts.js';

export const workTexts: WorkTexts = {
  lang: 'nl',
  looking: 'Het werk wordt bekeken …',
  said: {
    passed: 'Het werk is wat beoordeeld is.',
    changed: 'Het werk is veranderd sinds de beoordeling. De badge zelf blijft wat hij is.',
    gone: 'Een deel van het werk is verdwenen. De badge zelf blijft wat hij is.',
    open: 'Niet alles kon worden uitgezocht. Dat zegt niets tegen het werk.',
    failed: 'Deze browser kon het werk niet bekijken.',
  },
  related: 'Een document dat de badge aan zich bindt, is nu een ander: {related}',
  methods: {
    token: 'Een tekst van de uitgever staat daar[: {by}]',
    did: 'De eigen DID staat daar[: {by}]',
    'signed-commit': 'Ondertekend met de eigen sleutel[ {by}]',
    'linked-account': 'Gekoppeld account[ ‘{by}’]',
    assessor: 'Bevestigd door[ {by}]',
  },
  share: '{commits} van {of} commits',
  copies: {
    kept: '{by} bewaart een kopie sinds {at}',
    requested: 'Aan {by} is een kopie gevraagd ({at})',
    failed: '{by} kon geen kopie bewaren ({at})',
  },
  issuer: 'De uitgever',
  openCopy: 'de kopie openen bij {host}',
  lastLook: 'De server van de uitgever zegt: bekeken op {at}. {answer}.',
  ages: {
    current: 'Het werk is actueel',
    ageing: 'Het werk veroudert: sinds de wijziging is het grootste deel van de geldigheid van de badge verstreken',
    expired: 'Het werk is ouder dan de badge geldt',
  },
  changedAt: 'Laatst gewijzigd op {at}',
  also: 'Ook genoemd',
};
