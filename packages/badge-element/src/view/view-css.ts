import { sheet } from '@proofmark/ui/sheet';

/**
 * The look of every part of a report, shared by the card and the verification page. Light or dark follows the page's own
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
  h3, h4, p, ul, dl, dd { margin: 0; padding: 0; }
  ul { list-style: none; }
  a { color: var(--pm-link); }
  :focus-visible { outline: var(--pm-stroke-3) solid var(--pm-link); outline-offset: var(--pm-stroke-2); }
  code { font-size: var(--pm-text-code); }
  .muted { color: var(--pm-soft); font-size: var(--pm-text-smaller); }
  .icon { flex: none; inline-size: var(--pm-icon); block-size: var(--pm-icon); }

  .verdict { display: flex; gap: var(--pm-space-s); align-items: flex-start; padding: var(--pm-space-s) var(--pm-space-m); border-radius: var(--pm-radius-s); border: var(--pm-stroke-1) solid; color: var(--pm-open); background: var(--pm-open-bg); }
  .verdict > div { display: grid; gap: var(--pm-space-3xs); }
  .verdict .todo { font-style: italic; }
  .verdict .sentence { color: var(--_text); font-size: var(--pm-text-smaller); }
  .verdict[data-verdict='genuine-issuer-confirmed'] { color: var(--pm-good); background: var(--pm-good-bg); }
  .verdict[data-verdict='no-longer-current'], .verdict[data-verdict='test'] { color: var(--pm-old); background: var(--pm-old-bg); }
  .verdict[data-verdict='do-not-rely'] { color: var(--pm-bad); background: var(--pm-bad-bg); }

  .work { display: grid; gap: var(--pm-space-m); }
  .work-name { font-weight: 600; }
  .work ~ p { padding-block: var(--pm-space-s); }
  .found { padding: var(--pm-space-2xs) 0 0 var(--pm-space-s); border-inline-start: var(--pm-stroke-2) solid var(--pm-line); margin-block-start: var(--pm-space-2xs); }
  .limits { font-size: var(--pm-text-smaller); color: var(--pm-soft); }
  .limits dl { display: grid; gap: var(--pm-space-2xs); padding-block: var(--pm-space-2xs); }
  .lines { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, var(--pm-column-s)), 1fr)); gap: var(--pm-space-2xs) var(--pm-space-m); font-size: var(--pm-text-smaller); }
  .lines dt, .dates dt { color: var(--pm-soft); }
  .dates { display: flex; flex-wrap: wrap; gap: var(--pm-space-2xs) var(--pm-space-l); font-size: var(--pm-text-smaller); }

  .checks summary { cursor: pointer; padding-block: var(--pm-space-2xs); }
  .checks ul { display: grid; gap: var(--pm-space-s); padding-block-start: var(--pm-space-xs); }
  .checks li { display: flex; gap: var(--pm-space-s); }
  .checks li .icon { inline-size: var(--pm-icon-s); block-size: var(--pm-icon-s); margin-block-start: var(--pm-space-3xs); color: var(--pm-soft); }
  .checks li[data-outcome='passed'] .icon { color: var(--pm-good); }
  .checks li[data-outcome='failed'] .icon { color: var(--pm-bad); }
  .checks li[data-outcome='unknown'] .icon { color: var(--pm-open); }
  .checks .answer { font-weight: 600; }
  .checks .answer::after { content: ':'; }
  /* Sentences of a language that runs the other way than the page keep their own direction, and stand on the page's side. */
  p, dt, dd, h3, h4, summary, .headline, .sentence { unicode-bidi: plaintext; text-align: -webkit-match-parent; text-align: match-parent; }

  @media (forced-colors: active) {
    .verdict { border-width: var(--pm-stroke-3); forced-color-adjust: auto; }
  }
`);
