import type { Secrets, SettingName, Settings } from './configuration.js';
import { readServiceToken, readServiceUrl } from './service-url.js';

/** The settings of forges. Each is off until its address is given. Throws a StartupError. */
export function readForges(get: (name: SettingName) => string | undefined): Pick<Settings, 'forges'> & Pick<Secrets, 'forgeTokens'> {
  const github = readServiceUrl('HOSTING_GITHUB', get('HOSTING_GITHUB'), 'https://api.github.com');
  const gitlab = readServiceUrl('HOSTING_GITLAB', get('HOSTING_GITLAB'), 'https://gitlab.com');
  return {
    forges: { github, gitlab },
    forgeTokens: {
      github: readServiceToken('HOSTING_GITHUB_TOKEN', get('HOSTING_GITHUB_TOKEN'), { name: 'HOSTING_GITHUB', url: github }),
      gitlab: readServiceToken('HOSTING_GITLAB_TOKEN', get('HOSTING_GITLAB_TOKEN'), { name: 'HOSTING_GITLAB', url: gitlab }),
    },
  };
}
