/**
 * What the forges send with every answer to another origin. Sources, read on 2026-11-29: for GitHub a recording of `GET https://api.github.com/octocat`
 * of 2023-06-28 and one of `/users/defunkt` of 2021-07-08, both in public repositories; for GitLab `config/application.rb` (Rack::Cors) of its
 * public source, which names no field of the rate limit; for Forgejo and Gitea the section `[cors]` of `app.example.ini` and issue 33216 of
 * go-gitea/gitea: nothing without it, and then the origin. Ids of requests are left out.
 */
export const GITHUB_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'public, max-age=60, s-maxage=60',
  'x-github-media-type': 'github.v3; format=json',
  'access-control-expose-headers':
    'ETag, Link, Location, Retry-After, X-GitHub-OTP, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, X-RateLimit-Resource, X-RateLimit-Reset, X-OAuth-Scopes, X-Accepted-OAuth-Scopes, X-Poll-Interval, X-GitHub-Media-Type, X-GitHub-SSO, X-GitHub-Request-Id, Deprecation, Sunset',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'",
  vary: 'Accept-Encoding, Accept, X-Requested-With',
  'x-ratelimit-limit': '60',
  'x-ratelimit-resource': 'core',
};

export const GITLAB_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'application/json',
  'cache-control': 'max-age=0, private, must-revalidate',
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
  'access-control-expose-headers':
    'Link, X-Total, X-Total-Pages, X-Per-Page, X-Page, X-Next-Page, X-Prev-Page, X-Gitlab-Blob-Id, X-Gitlab-Commit-Id, X-Gitlab-Content-Sha256, X-Gitlab-Encoding, X-Gitlab-File-Name, X-Gitlab-File-Path, X-Gitlab-Last-Commit-Id, X-Gitlab-Ref, X-Gitlab-Size, X-Request-Id, ETag',
  vary: 'Origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'ratelimit-limit': '500',
  'ratelimit-remaining': '498',
};

/** Of a host whose operator lets other origins ask, and of one whose does not, as both are after installation. */
export const FORGEJO_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'application/json;charset=utf-8',
  'cache-control': 'max-age=0, private, must-revalidate, no-transform',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
};
export const FORGEJO_CORS: Readonly<Record<string, string>> = { 'access-control-allow-origin': '*' };
