import type { WorkTexts } from '../work-texts.js';

export const workTexts: WorkTexts = {
  lang: 'es',
  looking: 'Mirando el trabajo …',
  said: {
    passed: 'El trabajo es el que se evaluó.',
    changed: 'El trabajo ha cambiado desde que se evaluó. La insignia sigue siendo lo que es.',
    gone: 'Una parte del trabajo ya no está. La insignia sigue siendo lo que es.',
    open: 'No se pudo averiguar todo. Eso no dice nada en contra del trabajo.',
    failed: 'Este navegador no pudo mirar el trabajo.',
  },
  related: 'Un documento que la insignia liga a sí misma es ahora otro: {related}',
  methods: {
    token: 'Un texto que dio el emisor está allí[: {by}]',
    did: 'Su DID está allí[: {by}]',
    'signed-commit': 'Firmado con su clave[ {by}]',
    'linked-account': 'Cuenta vinculada[ «{by}»]',
    assessor: 'Avalado por[ {by}]',
  },
  share: '{commits} de {of} commits',
  copies: {
    kept: '{by} guarda una copia desde el {at}',
    requested: 'Se pidió a {by} que guarde una copia ({at})',
    failed: '{by} no pudo guardar una copia ({at})',
  },
  issuer: 'El emisor',
  openCopy: 'abrir la copia en {host}',
  lastLook: 'El servidor del emisor dice: mirado el {at}. {answer}.',
  ages: {
    current: 'El trabajo es actual',
    ageing: 'El trabajo envejece: desde su cambio ha pasado la mayor parte del tiempo en que vale la insignia',
    expired: 'El trabajo es más antiguo que la validez de la insignia',
  },
  changedAt: 'Último cambio: {at}',
  also: 'También llamado',
};
