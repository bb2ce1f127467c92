// Draws the SVG on standard input as a PNG on standard output. A process of its own: drawing cannot be broken off, a process can.
import { readFileSync, writeSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

const { maxAspect, ...options } = JSON.parse(process.argv[2]);
const svg = readFileSync(0, 'utf8');
const drawing = new Resvg(svg, options);
if (!(drawing.height / drawing.width <= maxAspect)) process.exit(1);
const png = drawing.render().asPng();
for (let at = 0; at < png.length; ) at += writeSync(1, png, at);
