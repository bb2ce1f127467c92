import type { NotABadgeKind } from '@proofmark/schemas';
import type { Words } from './sentence.js';

const ASK =
  'Ask the person who showed it for the badge itself: the address of its page, or the file (JSON, PNG or SVG) as it was downloaded.';

/** What to say about things that are no badge: always what would work instead. */
export const NOT_A_BADGE: Readonly<Record<NotABadgeKind, Words>> = {
  nothing: ['There is nothing in it.', 'The file or text is empty.', 'Choose the badge file again, or paste the address of the badge.'],
  linkedin: [
    'This is a LinkedIn address.',
    'LinkedIn shows that someone mentions a badge; the badge is not in the page, and LinkedIn lets no program read it.',
    'Open the “Show credential” link in the profile and use the address that it leads to.',
  ],
  pdf: ['This is a PDF.', 'A PDF certificate is a picture of a badge; anyone can make one, and nothing in it can be checked.', ASK],
  'png-without-badge': [
    'This picture holds no badge.',
    'A screenshot, or a picture that was sent through a chat or social network, has lost the badge that was inside.',
    ASK,
  ],
  'svg-without-badge': [
    'This drawing holds no badge.',
    'Someone may have edited or converted it, and the badge that was inside is lost.',
    ASK,
  ],
  photo: ['This is a photo or another picture in which no badge can be kept.', 'Badges travel in PNG and SVG pictures only.', ASK],
  archive: [
    'This is an archive or an office document.',
    'A badge may be inside, but we do not unpack it.',
    'Unpack it and choose the badge file itself.',
  ],
  'web-page': [
    'This is a web page, not a badge.',
    'The address leads to a page for people, and it does not hand out the badge behind it.',
    'Look on the page for a download or “verify” link, and use that address or file.',
  ],
  text: ['This text is no badge and no address of one.', '', 'Paste the address of the badge, or the whole text of its file.'],
  binary: ['We do not know this kind of file.', 'Badges are JSON, PNG or SVG files.', ASK],
  json: [
    'This is data, but not a badge.',
    'It lacks what every Open Badge says about itself, or the text is not complete.',
    'Copy the whole file, from the first brace to the last.',
  ],
  'jwt-without-badge': [
    'This is a signed token, but there is no badge in it.',
    'It may be a log-in token. Do not give such tokens to anyone.',
    ASK,
  ],
  'other-credential': [
    'This is a credential of another kind, not an Open Badge.',
    'It may be genuine; we check Open Badges and learner records.',
    'Ask its issuer where it can be checked.',
  ],
  'open-badges-2': [
    'This is a badge of an older standard, Open Badges 2.0.',
    'We check such badges one at a time only.',
    'Hand it in by itself.',
  ],
  'presentation-of-none': [
    'This is a presentation without any badge in it.',
    '',
    'Ask the person to share it again, with the badge selected.',
  ],
  'presentation-of-many': ['There are several badges in this file.', 'Each is judged by itself below.'],
};
