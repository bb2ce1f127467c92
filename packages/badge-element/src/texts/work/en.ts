import type { WorkTexts } from '../work-texts.js';

export const workTexts: WorkTexts = {
  lang: 'en',
  looking: 'Looking at the work …',
  said: {
    passed: 'The work is what was judged.',
    changed: 'The work has changed since it was judged. The badge itself stays what it is.',
    gone: 'Some of the work is gone. The badge itself stays what it is.',
    open: 'Not all could be found out. That says nothing against the work.',
    failed: 'This browser could not look at the work.',
  },
  related: 'A document that the badge binds to itself is another one now: {related}',
  methods: {
    token: 'A text that the issuer gave them stands there[: {by}]',
    did: 'Their DID stands there[: {by}]',
    'signed-commit': 'Signed with their key[ {by}]',
    'linked-account': 'Linked account[ “{by}”]',
    assessor: 'Endorsed by[ {by}]',
  },
  share: '{commits} of {of} commits',
  copies: {
    kept: '{by} keeps a copy since {at}',
    requested: '{by} was asked to keep a copy ({at})',
    failed: '{by} could not keep a copy ({at})',
  },
  issuer: 'The issuer',
  openCopy: 'open the copy at {host}',
  lastLook: 'The issuer’s server says: looked at on {at}. {answer}.',
  ages: {
    current: 'The work is current',
    ageing: 'The work is ageing: most of the time for which the badge counts has passed since it changed',
    expired: 'The work is older than the badge counts',
  },
  changedAt: 'Last changed on {at}',
  also: 'Also named as',
};
