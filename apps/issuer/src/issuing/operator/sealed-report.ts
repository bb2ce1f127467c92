import { decodeUtf8, encodeUtf8 } from '@proofmark/primitives';
import type { ReportRecord } from '../../store/index.js';
import type { Sealer } from '../ports.js';

/** What somebody wrote, and where they can be answered. It may name people, so it is kept sealed. */
export interface ReportContent {
  readonly text: string | null;
  readonly email: string | null;
}

const NOTHING: ReportContent = { text: null, email: null };

export function sealReport(sealer: Sealer, id: string, content: ReportContent): string | null {
  if (content.text === null && content.email === null) return null;
  return JSON.stringify(sealer.seal(encodeUtf8(JSON.stringify(content)), sealName(id)).sealed);
}

/** Nothing of a report that says nothing, was forgotten, or was sealed under another keyring. */
export function openReport(sealer: Sealer, { id, sealed }: Pick<ReportRecord, 'id' | 'sealed'>): ReportContent {
  const plain = sealed === null ? null : sealer.open(JSON.parse(sealed), sealName(id));
  return plain === null ? NOTHING : ((JSON.parse(decodeUtf8(plain) ?? 'null') as ReportContent | null) ?? NOTHING);
}

function sealName(id: string): readonly string[] {
  return ['report', id];
}
