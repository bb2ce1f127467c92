import { html, render } from 'lit';
import { DialogElement, elementCss, emptyCss, ToastsElement } from '../src/index.js';
import { PARTS } from './parts.js';

// Faces adopt these sheets into their shadow roots; here the page has them.
const adopted = new CSSStyleSheet();
adopted.replaceSync(elementCss + emptyCss);
document.adoptedStyleSheets = [adopted];

customElements.define('proofmark-dialog', DialogElement);
customElements.define('proofmark-toasts', ToastsElement);

const place = document.querySelector<HTMLElement>('#gallery');
if (place !== null)
  render(
    PARTS.map(({ id, title, content }) => html`<section class="part" id=${id}><h2>${title}</h2>${content}</section>`),
    place,
  );
