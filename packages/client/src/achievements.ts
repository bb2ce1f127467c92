import type {
  AchievementResource,
  BadgeImagePreview,
  CreateAchievement,
  PreviewBadgeImage,
  UpdateAchievement,
} from '@proofmark/schemas/api';
import { walk } from './pages.js';
import type { Send } from './transport.js';

/** What can be earned. */
export interface AchievementMethods {
  create(body: CreateAchievement): Promise<AchievementResource>;
  get(id: string): Promise<AchievementResource>;
  list(): AsyncGenerator<AchievementResource, void, undefined>;
  /** `version`: the `updatedAt` that was read. If somebody changed it since, that is refused with `precondition-failed`. */
  update(id: string, change: UpdateAchievement, options?: { version?: string | undefined }): Promise<AchievementResource>;
  /** Tries how a generated badge image looks. Nothing is stored. */
  previewImage(body: PreviewBadgeImage): Promise<BadgeImagePreview>;
}

export function achievementMethods(send: Send): AchievementMethods {
  const at = (id: string): string => `/v1/achievements/${encodeURIComponent(id)}`;
  return {
    create: (body) => send({ method: 'POST', path: '/v1/achievements', body }),
    get: (id) => send({ method: 'GET', path: at(id) }),
    list: () => walk(send, '/v1/achievements'),
    update: (id, body, { version } = {}) =>
      send({ method: 'PATCH', path: at(id), body, ifMatch: version === undefined ? undefined : `"${version}"` }),
    previewImage: (body) => send({ method: 'POST', path: '/v1/badge-images/preview', body }),
  };
}
