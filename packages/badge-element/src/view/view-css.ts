import { sheet } from '@proofmark/ui/sheet';

/**
 * The look of a verdict and of what stands beside it, shared by the card and the verification page. Light or dark follows the page's own
 * `color-scheme`, so that the card is not dark on a page that is always light.
 */
export const viewCss: string = sheet(`
  :host {
    @colours line soft link good good-bg old old-bg open open-bg bad bad-bg;
    --_text: var(--proofmark-text, CanvasText);
    color: var(--_text);
    font: var(--proofmark-font, var(--pm-text-m) / 1.45 system-ui, sans-serif);
    overflow-wrap: anywhere;
  }
  h3, p { margin: 0; padding: 0; }
  a { color: var(--pm-link); }
  :focus-visible { outline: var(--pm-stroke-3) solid var(--pm-link); outline-offset: var(--pm-stroke-2); }
  .muted { color: var(--pm-soft); font-size: var(--pm-text-smaller); }
  .icon { flex: none; inline-size: var(--pm-icon); block-size: var(--pm-icon); }

  .verdict { display: flex; gap: var(--pm-space-s); align-items: flex-start; padding: var(--pm-space-s) var(--pm-space-m); border-radius: var(--pm-radius-s); border: var(--pm-stroke-1) solid; color: var(--pm-open) !important; background: var(--pm-open-bg) !important; filter: none !important; }
  .verdict > div { display: grid; gap: var(--pm-space-3xs); }
  .verdict .todo { font-style: italic; }
  .verdict .sentence { color: var(--_text); font-size: var(--pm-text-smaller); }
  .verdict[data-verdict='genuine-issuer-confirmed'] { color: var(--pm-good) !important; background: var(--pm-good-bg) !important; }
  .verdict[data-verdict='no-longer-current'], .verdict[data-verdict='test'] { color: var(--pm-old) !important; background: var(--pm-old-bg) !important; }
  .verdict[data-verdict='do-not-rely'] { color: var(--pm-bad) !important; background: var(--pm-bad-bg) !important; }

  /* Sentences of a language that runs the other way than the page keep their own direction, and stand on the page's side. */
  p, h3, summary, .headline, .sentence { unicode-bidi: plaintext; text-align: -webkit-match-parent; text-align: match-parent; }

  @media (forced-colors: active) {
    .verdict { border-width: var(--pm-stroke-3); }
  }
`);
