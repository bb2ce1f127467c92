import type { WorkTexts } from '../work-texts.js';

export const workTexts: WorkTexts = {
  lang: 'de',
  looking: 'Die Arbeit wird angesehen …',
  said: {
    passed: 'Die Arbeit ist, was beurteilt wurde.',
    changed: 'Die Arbeit hat sich seit der Beurteilung geändert. Der Badge selbst bleibt, was er ist.',
    gone: 'Ein Teil der Arbeit ist verschwunden. Der Badge selbst bleibt, was er ist.',
    open: 'Nicht alles ließ sich herausfinden. Das spricht nicht gegen die Arbeit.',
    failed: 'Dieser Browser konnte die Arbeit nicht ansehen.',
  },
  related: 'Ein Dokument, das der Badge an sich bindet, ist jetzt ein anderes: {related}',
  methods: {
    token: 'Ein Text, den der Aussteller vergab, steht dort[: {by}]',
    did: 'Die eigene DID steht dort[: {by}]',
    'signed-commit': 'Mit dem eigenen Schlüssel signiert[ {by}]',
    'linked-account': 'Verknüpftes Konto[ „{by}“]',
    assessor: 'Bestätigt von[ {by}]',
  },
  share: '{commits} von {of} Commits',
  copies: {
    kept: '{by}: Kopie aufbewahrt seit {at}',
    requested: '{by}: um eine Kopie gebeten ({at})',
    failed: '{by}: keine Kopie möglich ({at})',
  },
  issuer: 'Aussteller',
  openCopy: 'Kopie öffnen bei {host}',
  lastLook: 'Der Server des Ausstellers sagt: angesehen am {at}. {answer}.',
  ages: {
    current: 'Die Arbeit ist aktuell',
    ageing: 'Die Arbeit altert: Seit ihrer Änderung ist der größte Teil der Gültigkeit des Badges vergangen',
    expired: 'Die Arbeit ist älter, als der Badge gilt',
  },
  changedAt: 'Zuletzt geändert am {at}',
  also: 'Auch genannt',
};
