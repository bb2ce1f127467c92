import { fromParse5 } from 'hast-util-from-parse5';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { find, html, svg } from 'property-information';
import type { Document } from './parse-html.js';

// What a captured page may consist of: what draws text, pictures and layout. Everything else that HTML, SVG and MathML have, or will have, is
// left out because it is not named here.

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const HTML_TAGS = words(`
  html head body title meta style
  article aside section nav header footer main hgroup address search h1 h2 h3 h4 h5 h6
  p div span br hr pre blockquote ol ul li menu dl dt dd figure figcaption center
  a em strong small s cite q dfn abbr data time code var samp kbd sub sup i b u mark bdi bdo ruby rb rt rtc rp wbr ins del
  font big tt strike nobr acronym dir
  picture img map area table caption colgroup col thead tbody tfoot tr td th
  form label input button select datalist optgroup option textarea output progress meter fieldset legend details summary dialog`);
const SVG_TAGS = words(`
  svg g defs symbol use desc path rect circle ellipse line polyline polygon text tspan textPath image switch foreignObject
  linearGradient radialGradient stop pattern clipPath mask marker filter
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
  feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
  feTile feTurbulence`);
const MATH_TAGS = words(`
  math mrow mfrac msqrt mroot mstyle merror mpadded mphantom mi mn mo mtext mspace ms msub msup msubsup munder mover munderover
  mmultiscripts mprescripts mtable mtr mtd semantics menclose`);
const TAGS: ReadonlySet<string> = new Set([...HTML_TAGS, ...SVG_TAGS, ...MATH_TAGS]);

/** Content that is not for readers, or is a document of its own: it goes with its element. */
const STRIPPED: ReadonlySet<string> = new Set(
  words(`script template iframe frame frameset noframes object embed applet audio video source track canvas noembed plaintext xmp
    annotation annotation-xml metadata mglyph malignmark`),
);

// The names with a hyphen that SVG and MathML took before custom elements (HTML, 4.13.3).
const TAKEN: ReadonlySet<string> = new Set(
  words('annotation-xml color-profile font-face font-face-src font-face-uri font-face-format font-face-name missing-glyph'),
);

/**
 * What becomes of an element: kept, left out for its content, or left out with it. An element with a hyphen in its name is a custom one, without
 * scripts no more than a `<span>`; the standard gives no element of its own such a name.
 */
export function fateOf(tagName: string): 'kept' | 'unwrapped' | 'dropped' {
  if (TAGS.has(tagName) || isCustomElement(tagName)) return 'kept';
  return STRIPPED.has(tagName.toLowerCase()) ? 'dropped' : 'unwrapped';
}

export function isCustomElement(tagName: string): boolean {
  return /^[a-z][a-z0-9._]*-[a-z0-9._-]*$/.test(tagName) && !TAKEN.has(tagName);
}

const HTML_ATTRIBUTES = words(`
  id class lang dir title style hidden role translate alt width height align valign bgcolor color face size border cellpadding cellspacing hspace
  vspace clear noshade nowrap compact start reversed type value colspan rowspan headers scope abbr span char datetime open media name
  checked disabled readonly placeholder multiple selected label rows cols wrap maxlength min max step low high optimum for required
  text link vlink alink shape coords`);
const ARIA_ATTRIBUTES = Object.keys(html.property).filter((name) => name.startsWith('aria'));
const SVG_ATTRIBUTES = words(`
  x y x1 y1 x2 y2 cx cy r rx ry dx dy d points viewBox preserveAspectRatio transform transform-origin version pathLength rotate textLength
  lengthAdjust startOffset method spacing side refX refY markerWidth markerHeight markerUnits orient patternUnits patternContentUnits
  patternTransform gradientUnits gradientTransform spreadMethod offset fx fy fr maskUnits maskContentUnits clipPathUnits filterUnits
  primitiveUnits in in2 result stdDeviation mode operator k1 k2 k3 k4 tableValues slope intercept amplitude exponent order kernelMatrix divisor
  bias targetX targetY edgeMode preserveAlpha radius scale xChannelSelector yChannelSelector baseFrequency numOctaves seed stitchTiles
  surfaceScale specularConstant specularExponent diffuseConstant azimuth elevation z limitingConeAngle pointsAtX pointsAtY pointsAtZ
  fill-opacity fill-rule stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity
  opacity display visibility overflow clip-rule font-family font-size font-style font-weight font-stretch font-variant letter-spacing
  word-spacing text-anchor text-decoration dominant-baseline alignment-baseline baseline-shift writing-mode direction stop-color stop-opacity
  flood-color flood-opacity lighting-color shape-rendering text-rendering image-rendering color-interpolation color-interpolation-filters
  vector-effect paint-order pointer-events`);
/** Attributes of SVG that may name another part of the picture, and elsewhere could name a document. */
const REFERENCES = words('fill stroke filter mask clip-path marker-start marker-mid marker-end');
const MATH_ATTRIBUTES = words(`
  display displaystyle scriptlevel mathvariant mathcolor mathbackground mathsize linethickness lspace rspace stretchy symmetric maxsize minsize
  largeop movablelimits accent accentunder form fence separator columnspan depth voffset notation columnalign rowalign columnlines rowlines`);

/** The name of an attribute as trees of this kind have it. */
const inHtml = (name: string): string => find(html, name).property;
const inSvg = (name: string): string => find(svg, name).property;

/** A word, a colour, or a reference to a part of the page: no other function, since some of them load pictures, and no escapes. */
const LOCAL_PAINT = /^(?:[^(\\]*|\s*(?:rgb|hsl)a?\([^()\\]*\)\s*|\s*url\(\s*["']?#[^()"'\\\s]*["']?\s*\)[^(\\]*)$/i;
const LOCAL = /^#/;
const PICTURE = /^data:image\//;
const META_NAMES = words('viewport description author color-scheme theme-color referrer robots');

const SCHEMA: Schema = {
  allowComments: false,
  allowDoctypes: true,
  clobber: [],
  clobberPrefix: '',
  protocols: {},
  required: {},
  ancestors: {},
  strip: [...STRIPPED],
  attributes: {
    '*': [
      'data*',
      ...ARIA_ATTRIBUTES,
      ...HTML_ATTRIBUTES.map(inHtml),
      ...SVG_ATTRIBUTES.map(inSvg),
      ...MATH_ATTRIBUTES,
      ...REFERENCES.map((name): [string, RegExp] => [inSvg(name), LOCAL_PAINT]),
    ],
    a: [['href', /^(?:#|https?:|mailto:)/i], 'rel'],
    area: [['href', /^(?:#|https?:|mailto:)/i], 'rel'],
    img: [['src', PICTURE]],
    input: [['src', PICTURE]],
    image: [['href', PICTURE]],
    ...Object.fromEntries(
      words('use textPath linearGradient radialGradient pattern filter').map((name) => [name, [['href', LOCAL] as [string, RegExp]]]),
    ),
    meta: [['name', ...META_NAMES], 'content', 'charSet', ['httpEquiv', 'Content-Security-Policy']],
  },
};

/** The document as HTML text, with nothing in it but what is allowed here. The last step: what is added to a copy passes it too. */
export function toAllowedHtml(document: Document, customElements: ReadonlySet<string>): string {
  const tree = sanitize(fromParse5(document), { ...SCHEMA, tagNames: [...TAGS, ...customElements] });
  return toHtml(tree, { upperDoctype: true, characterReferences: { useNamedReferences: true } });
}
