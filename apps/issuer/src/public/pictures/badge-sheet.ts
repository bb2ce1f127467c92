import { quotedText } from '@proofmark/messages';
import type { PublicLanguage } from '@proofmark/messages/public';
import { createBoundedLimit, encodeUtf8 } from '@proofmark/primitives';
import { drawSheet } from '../../images/draw-sheet.js';
import { faceOf } from '../badge/badge-face.js';
import { type BadgeState, type BadgeView, badgeState } from '../badge/badge-view.js';
import type { PublicContext } from '../context.js';
import { workItem } from '../evidence/evidence-item.js';
import { badgeAddress } from '../layout/addresses.js';
import { dayInWords } from '../layout/dates.js';
import { linkParts } from '../layout/foreign.js';
import { issuerOfPage, legalLinks } from '../layout/issuer-links.js';
import { plainText, shorten } from '../layout/plain-text.js';
import type { PublicCredential } from '../reads.js';
import { qrPath } from './qr-code.js';

/** Pieces of work that the sheet names. */
const PIECES = 4;

/** Sheets that are made at the same time, and that may wait: each takes some ten milliseconds of this process. */
const sheets = createBoundedLimit(1, 16);

type SheetContext = Pick<PublicContext, 'at' | 'deps' | 'images' | 'language'>;

/** Null when too many wait. */
export function badgeSheetInTurn(context: SheetContext, credential: PublicCredential, badge: BadgeView): Promise<Uint8Array | null> {
  return sheets.run(() => badgeSheet(context, credential, badge));
}

/** The PDF of a badge: one sheet for people, the signed badge inside. It says of the person what the page says. */
async function badgeSheet(context: SheetContext, credential: PublicCredential, badge: BadgeView): Promise<Uint8Array> {
  const { at, deps, images, language } = context;
  const { texts, lang } = language;
  const { sheet: words } = texts;
  const address = badgeAddress(credential, at);
  const provided = await deps.reads.findImage(credential.achievementId);
  const picture = await images.redrawn(faceOf(credential.achievementId, badge.title, credential.issuer), provided);
  const { name } = badge.recipient;
  return drawSheet({
    lang,
    name: words.title({ title: plainText(badge.title) }),
    person: name,
    earned: texts.preview.earned,
    title: badge.title,
    untitled: texts.preview.badge,
    host: badge.issuer.host,
    place: texts.preview.place({ host: badge.issuer.host, issuer: quotedText(badge.issuer.name, 200) }),
    dates: datesOf(badge, language),
    state: words.state({ state: stateOf(badgeState(badge, credential, deps.now()), credential.issuer) }),
    work: { heading: words.work, pieces: piecesOf(badge, language) },
    skills: { heading: words.skills, names: skillsOf(badge) },
    scan: words.scan({ badge: address }),
    // Without its scheme: it is the way to the check, and no link to a badge.
    inside: words.inside({ check: `${new URL(at.base).host}${at.root}/verify` }),
    address,
    legal: legalLinks(issuerOfPage(credential.issuer), language),
    picture,
    qr: { ...qrPath(address), label: texts.badge.qr },
    issuedAt: badge.validFrom ?? new Date(0),
    attached: { name: 'badge.json', bytes: encodeUtf8(credential.json), type: 'application/json', label: texts.badge.forms.json },
  });
}

function datesOf({ validFrom, validUntil }: BadgeView, language: PublicLanguage): readonly string[] {
  const { sheet: words } = language.texts;
  return [
    ...(validFrom === null ? [] : [words.issued({ at: dayInWords(validFrom, language) })]),
    ...(validUntil === null ? [] : [words.until({ at: dayInWords(validUntil, language) })]),
  ];
}

function stateOf({ kind }: BadgeState, { mode, suspended }: PublicCredential['issuer']): string {
  if (kind === 'revoked') return 'withdrawn';
  if (kind === 'suspended') return kind;
  if (suspended !== null) return 'issuer';
  if (mode === 'test') return 'test';
  return kind === 'not-yet' ? 'notyet' : kind;
}

/** Copies and identifiers of the same work are no pieces of their own: those without a web address are left out, where there are others. */
function piecesOf({ evidence }: BadgeView, { texts }: PublicLanguage) {
  return evidence
    .map((piece) => workItem(piece, texts))
    .filter(({ address }) => address?.startsWith('swh:') !== true)
    .slice(0, PIECES)
    .map(({ title, kind, address }) => {
      const link = linkParts(address)?.href ?? null;
      return { title: shorten(title, 200), where: link === null ? kind : `${kind} · ${shorten(link, 160)}`, link };
    });
}

function skillsOf({ achievement }: BadgeView): readonly string[] {
  return [...(achievement.alignment ?? []).map(({ targetName }) => targetName), ...(achievement.tag ?? [])].map((name) =>
    shorten(plainText(name), 80),
  );
}
