import type { IssuingMeters } from '../../meters.js';
import type { BatchIssuing } from './issue-batch.js';

/** `commitBadges`, telling how many badges each commit stored and how long it took. */
export function measuredCommits(commit: BatchIssuing['commit'], meters?: Pick<IssuingMeters, 'badgesCommitted'>): BatchIssuing['commit'] {
  if (meters === undefined) return commit;
  return async (what, badges) => {
    const begun = performance.now();
    const settled = await commit(what, badges);
    const seconds = (performance.now() - begun) / 1000;
    let stored = 0;
    for (const one of settled.values()) if (one.status === 'fulfilled' && typeof one.value !== 'string' && one.value.ok) stored += 1;
    if (stored > 0) meters.badgesCommitted({ badges: stored, seconds });
    return settled;
  };
}
