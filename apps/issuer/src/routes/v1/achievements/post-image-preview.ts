import { badgeImagePreviewSchema, previewBadgeImageSchema } from '@proofmark/schemas/api';
import { drawnDesign } from '../../../images/drawn-design.js';
import { previewOfImage } from '../../../images/preview-of-image.js';
import { done, refused } from '../../../issuing/result.js';
import { faceOf } from '../../../public/badge/badge-face.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';

/** For an admin key that names no issuer. */
const NOBODY = { did: '', name: '', mode: 'live', profile: {} } as const;

export const postImagePreview: Operation = operation(
  {
    method: 'post',
    path: '/v1/badge-images/preview',
    operationId: 'previewBadgeImage',
    tags: ['Achievements'],
    summary: 'Try how a generated badge image looks',
    description:
      'The picture that a badge of this title would have: with `design`, or with that of the issuer where it is absent. Where no outline is chosen, that of a badge follows from its achievement; here from the title. Nothing is stored, and nothing is fetched.',
    scope: 'achievements:write',
    audit: { none: 'nothing is stored: a picture is drawn' },
    request: { body: jsonBody(previewBadgeImageSchema) },
    responses: { 200: jsonAnswer('The picture.', badgeImagePreviewSchema) },
    problems: ['unavailable'],
  },
  async (api, c) => {
    const { title, ...input } = c.req.valid('json');
    const issuer = await api.useCases.issuerOfPicture({ actor: c.var.actor, input });
    if (!issuer.ok) return issuer;
    const face = faceOf(title, title, issuer.value ?? NOBODY);
    const drawn = await previewOfImage(input.design === undefined ? face : { ...face, design: drawnDesign(input.design) });
    if (drawn === null) return refused('unavailable', 'Too many pictures wait to be drawn; send the request again.', undefined, 2);
    return done({ status: 200, body: drawn });
  },
);
