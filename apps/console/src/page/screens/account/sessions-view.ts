import type { AccountTexts } from '@proofmark/messages/console/account';
import type { PersonSession } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';
import { timeIn } from '../../controls/dates.js';
import { browserName } from './browser-name.js';

/** The browsers in which a person is signed in, each with the way to end it; the one at hand has the way out of the frame. */
export function sessionsView(
  { sessions: said }: AccountTexts,
  sessions: readonly PersonSession[],
  { lang, busy }: { readonly lang: string; readonly busy: boolean },
  onEnd: (session: PersonSession) => void,
): TemplateResult {
  return html`<ul class="rows">
    ${sessions.map((session) => {
      const browser = browserName(session.userAgent) ?? said.unknown;
      return html`<li>
        <span><strong>${browser}</strong><br />${said.seen({ day: timeIn(lang, session.seenAt) })}</span>
        ${
          session.current
            ? html`<span>${said.here}</span>`
            : html`<button type="button" class="quiet" ?disabled=${busy} aria-label=${said['end-one']({ browser })} @click=${() => onEnd(session)}>${said.end}</button>`
        }
      </li>`;
    })}
  </ul>`;
}
