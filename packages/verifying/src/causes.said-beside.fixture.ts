import type { Beside, Said } from './causes.said.fixture.js';

export const SAID_OF_NOT_BADGES: Readonly<Record<string, Said>> = {
  'an empty file': [
    'unreadable',
    'format',
    'not-a-badge',
    'We cannot read this as a badge. There is nothing in it. The file or text is empty. Choose the badge file again, or paste the address of the badge.',
  ],
  'a LinkedIn address': [
    'unreadable',
    'format',
    'not-a-badge',
    'We cannot read this as a badge. This is a LinkedIn address. LinkedIn shows that someone mentions a badge; the badge is not in the page, and LinkedIn lets no program read it. Open the “Show credential” link in the profile and use the address that it leads to.',
  ],
  'a PDF': [
    'unreadable',
    'format',
    'not-a-badge',
    'We cannot read this as a badge. This is a PDF. A PDF certificate is a picture of a badge; anyone can make one, and nothing in it can be checked. Ask the person who showed it for the badge itself: the address of its page, or the file (JSON, PNG or SVG) as it was downloaded.',
  ],
  'a screenshot': [
    'unreadable',
    'format',
    'not-a-badge',
    'We cannot read this as a badge. This picture holds no badge. A screenshot has lost the badge that was inside. So has a picture that was sent through a chat or social network. Ask the person who showed it for the badge itself: the address of its page, or the file (JSON, PNG or SVG) as it was downloaded.',
  ],
  'a drawing': [
    'unreadable',
    'format',
    'not-a-badge',
    'We cannot read this as a badge. This drawing holds no badge. Someone may have edited or converted it, and the badge that was inside is lost. Ask the person who showed it for the badge itself: the address of its page, or the file (JSON, PNG or SVG) as it was downloaded.',
  ],
  'a photo': [
    'unreadable',
    'format',
    'not-a-badge',
    'We cannot read this as a badge. This is a photo or another picture in which no badge can be kept. Badges travel in PNG and SVG pictures only. Ask the person who showed it for the badge itself: the address of its page, or the file (JSON, PNG or SVG) as it was downloaded.',
  ],
  'an archive': [
    'unreadable',
    'format',
    'not-a-badge',
    'We cannot read this as a badge. This is an archive or an office document. A badge may be inside, but we do not unpack it. Unpack it and choose the badge file itself.',
  ],
  'a web page': [
    'unreadable',
    'format',
    'not-a-badge',
    'We cannot read this as a badge. This is a web page, not a badge. The address leads to a page for people, and it does not hand out the badge behind it. Look on the page for a download or “verify” link, and use that address or file.',
  ],
  'a sentence': [
    'unreadable',
    'format',
    'not-a-badge',
    'We cannot read this as a badge. This text is no badge and no address of one. Paste the address of the badge, or the whole text of its file.',
  ],
  'a file of another kind': [
    'unreadable',
    'format',
    'not-a-badge',
    'We cannot read this as a badge. We do not know this kind of file. Badges are JSON, PNG or SVG files. Ask the person who showed it for the badge itself: the address of its page, or the file (JSON, PNG or SVG) as it was downloaded.',
  ],
  'a JSON file that is no badge': [
    'unreadable',
    'format',
    'not-a-badge',
    'We cannot read this as a badge. This is data, but not a badge. It lacks what every Open Badge says about itself, or the text is not complete. Copy the whole file, from the first brace to the last.',
  ],
  'a badge class': [
    'unreadable',
    'format',
    'not-a-badge',
    'We cannot read this as a badge. This describes a badge that can be earned, or who issues it. Nobody’s own badge is in it. Ask the person for the address or the file of their own badge.',
  ],
  'a log-in token': [
    'unreadable',
    'format',
    'not-a-badge',
    'We cannot read this as a badge. This is a signed token, but there is no badge in it. It may be a log-in token. Do not give such tokens to anyone. Ask the person who showed it for the badge itself: the address of its page, or the file (JSON, PNG or SVG) as it was downloaded.',
  ],
  'a credential of another kind': [
    'unreadable',
    'format',
    'not-a-badge',
    'We cannot read this as a badge. This is a credential of another kind, not an Open Badge. It may be genuine; we check Open Badges and learner records. Ask its issuer where it can be checked.',
  ],
  'a presentation without a badge': [
    'unreadable',
    'format',
    'not-a-badge',
    'We cannot read this as a badge. This is a presentation without any badge in it. Ask the person to share it again, with the badge selected.',
  ],
  'a presentation of several badges': [
    'unfinished',
    'format',
    'unsupported-format',
    'The check could not be finished. There are several badges in this file. Each is judged by itself below.',
  ],
  'text that can be read in two ways': [
    'unreadable',
    'format',
    'malformed',
    'We cannot read this as a badge. The text cannot be read in one way only. It is damaged, or it was made so that two programs see two different badges. Ask the person for the badge again, or look it up at the issuer.',
  ],
  'JSON that nests without end': [
    'unreadable',
    'format',
    'limit-exceeded',
    'We cannot read this as a badge. It is larger or deeper than what we check. We stop there, so that no file can block the check. Ask the person for the badge again, or look it up at the issuer.',
  ],
  'an address that does not answer': [
    'unfinished',
    'format',
    'badge-unreachable',
    'The check could not be finished. The address did not answer with a badge. The page may be private, gone, or closed to programs in a browser. Open it yourself, download the badge and check the file.',
  ],
  'an address where nothing is': [
    'unfinished',
    'format',
    'badge-unreachable',
    'The check could not be finished. There is nothing at this address (badges.example). It may be mistyped or cut off, or the badge is no longer there. Copy the whole address again, or ask the person for the badge file.',
  ],
  'an address without a network': [
    'unfinished',
    'format',
    'offline',
    'The check could not be finished. We did not use the network (badges.example), so we could not fetch the badge from its address. Check again with a connection, or choose the badge file.',
  ],
};

export const SAID_OF_OLDER_FAULTS: Readonly<Record<string, Said>> = {
  'at an address that is not its issuer’s': [
    'do-not-rely',
    'issuer-binding',
    'issuer-mismatch',
    'Do not rely on this badge. The badge stands at an address that is not its issuer’s: evil.example. Someone has put it up in another’s name, or the issuer does not say that its badges stand there. Ask the issuer whether it issued this badge.',
  ],
  'at an address that does not answer': [
    'unfinished',
    'signature',
    'badge-unreachable',
    'The check could not be finished. The issuer’s server did not answer with this badge. This kind of badge is not signed; only the issuer’s server can vouch for it. Try again later. If it stays so, ask the issuer.',
  ],
  'that says it was withdrawn': [
    'do-not-rely',
    'revoked',
    'revoked',
    'Do not rely on this badge. The issuer has withdrawn this badge. Its reason: “Issued in error”. It does not count any more. Ask the person or the issuer why.',
  ],
  'signed by a stranger': [
    'do-not-rely',
    'signature',
    'signature-invalid',
    'Do not rely on this badge. The signature does not fit the text. The badge was changed after it was signed, or it was never signed by this key. Do not rely on anything that it says. Ask the person for the badge again, or look it up at the issuer.',
  ],
};

export const SAID_BESIDE: Readonly<Record<string, Beside>> = {
  'a badge of somebody else': [
    'recipient',
    'recipient-mismatch',
    'The badge was not issued to this address. It may belong to someone else, or the person used another address. Ask the person which address they used with the issuer.',
  ],
  'a question about something that is no address': [
    'recipient',
    'not-an-address',
    'What you entered is no e-mail address. Check the spelling.',
  ],
  'an issuer that is not on the list': [
    'issuer-trusted',
    'issuer-not-listed',
    'The issuer is not on your list. That says nothing against it. Decide whether you know and trust it.',
  ],
  'an issuer that the operator of its platform suspended': [
    'issuer-trusted',
    'issuer-suspended',
    'The operator of its service (badges.example) has suspended this issuer since 15 January 2027. The reason that it gives: “It uses another name”. The signature holds. Whoever hosts the issuer’s identity does not let it go on for now. Ask the operator of the service, or the issuer, before you rely on the badge.',
  ],
  'a registry that does not answer': [
    'issuer-trusted',
    'registry-unreachable',
    'A registry of issuers could not be read: https://registry.example/list.json. We do not know whether the issuer is on it. Try again later. If it stays so, check the address of the registry.',
  ],
  'a web domain that does not answer': [
    'issuer-domain',
    'domain-unreachable',
    'The web domain that the issuer claims did not answer: acme.example. We do not know whether it confirms the issuer. Try again later.',
  ],
  'a web domain that names somebody else': [
    'issuer-domain',
    'domain-mismatch',
    'The issuer claims the web domain acme.example, which does not confirm it. Do not take the owner of that domain for the issuer. The issuer has to set up its domain, or to give up the claim.',
  ],
  'an endorsement that could not be checked to the end': [
    'endorsements',
    'endorsement-unfinished',
    'Endorsements that could be checked to the end: 0 of 1. Do not count the others. Try again later.',
  ],
  'an endorsement that the issuer signed itself': [
    'endorsements',
    'endorser-not-proven',
    'Endorsements that somebody else signed: 0 of 1. The others are the issuer’s or the learner’s own word, whatever names they bear. Ask the people who are named.',
  ],
  'an endorsement that does not hold': [
    'endorsements',
    'endorsement-failed',
    'Endorsements that do not hold: 1 of 1. An endorsement is a statement of its own; the badge may be genuine all the same. Read only those that are marked as genuine.',
  ],
  'a newer version that cannot be had': [
    'refresh',
    'refresh-unreachable',
    'The place where newer versions are to be had did not answer (badges.example). This copy was judged as it is. Try again later.',
  ],
  'a newer version that is none': [
    'refresh',
    'refresh-invalid',
    'The place where newer versions are to be had did not answer with one of this badge (badges.example). This copy was judged as it is. If you need the newest version, ask the issuer.',
  ],
  'a newer version at a place of an unknown kind': [
    'refresh',
    'refresh-not-asked',
    'The badge names a place where a newer version may be had, of a kind that we cannot ask (OtherRefreshService). This copy was judged as it is. Ask the person or the issuer for the newest version.',
  ],
  'work that was not compared': [
    'evidence',
    'evidence-not-checked',
    'The badge names 2 pieces of work; one is linked in a version that cannot change. We did not fetch the work, and did not compare it with what was judged. Open the work and look at it.',
  ],
  'work that has changed': [
    'evidence',
    'evidence-changed',
    'The work has changed since the badge was issued: one piece of what the badge names. What you see now is not what was judged. Ask the person for the version that was judged.',
  ],
  'work that is gone': [
    'evidence',
    'evidence-gone',
    'The work is no longer where the badge says: one piece is gone. It cannot be compared with what was judged. Ask the person for a copy.',
  ],
  'work that is private': [
    'evidence',
    'evidence-not-checked',
    'The badge names one piece of work; none was found to be what was judged. About the rest we could not say; one piece is private. Open the work and look at it.',
  ],
  'a document bound to the badge that is another one now': [
    'evidence',
    'evidence-changed',
    'A document that the badge binds to itself is another one now: https://badges.example/a.json. What that document says today is not what was signed. Rely on nothing that it says, and tell the issuer.',
  ],
  'no work at all': ['evidence', 'not-present', 'No work is attached to this badge. It states an achievement; it does not show it.'],
  'no withdrawal list': [
    'revoked',
    'no-status',
    'The issuer publishes no withdrawal list for this badge. Nobody can see from it whether it was withdrawn. That is not the same as “not withdrawn”.',
  ],
  'nobody as its recipient': ['recipient', 'names-nobody', 'The badge names nobody. Ask the person to show that it is theirs.'],
};
