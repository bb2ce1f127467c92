import { isUnder } from '@proofmark/primitives';
import type { EvidenceKind } from '@proofmark/schemas/evidence';

const VIDEO_HOSTS = [
  'youtube.com',
  'youtube-nocookie.com',
  'youtu.be',
  'vimeo.com',
  'loom.com',
  'dailymotion.com',
  'twitch.tv',
  'streamable.com',
  'asciinema.org',
];
const DOCUMENT_HOSTS = ['docs.google.com', 'notion.site', 'notion.so', 'overleaf.com', 'arxiv.org', 'zenodo.org'];
const DEPLOYMENT_HOSTS = [
  'github.io',
  'gitlab.io',
  'codeberg.page',
  'srht.site',
  'vercel.app',
  'netlify.app',
  'pages.dev',
  'workers.dev',
  'herokuapp.com',
  'onrender.com',
  'fly.dev',
  'railway.app',
  'web.app',
  'firebaseapp.com',
  'run.app',
  'appspot.com',
  'azurewebsites.net',
  'azurestaticapps.net',
  'amplifyapp.com',
  'surge.sh',
  'glitch.me',
  'replit.app',
  'deno.dev',
  'streamlit.app',
  'shinyapps.io',
  'hf.space',
  'pythonanywhere.com',
];
const EXTENSIONS: readonly (readonly [EvidenceKind, RegExp])[] = [
  ['document', /\.(?:pdf|docx?|odt|rtf|pptx?|odp|xlsx?|ods|epub|md|markdown|txt|tex|ipynb)$/],
  ['image', /\.(?:png|jpe?g|gif|webp|avif|svg)$/],
  ['video', /\.(?:mp4|m4v|webm|mov|mkv|ogv)$/],
  ['file', /\.(?:zip|tar|gz|tgz|xz|7z|jar|wasm|json|ya?ml|csv|xml|mp3|ogg|wav|flac|stl|glb|blend)$/],
];

/** Whether a host is known to show videos in pages of its own. */
export function isVideoHost(hostname: string): boolean {
  return isUnder(hostname, VIDEO_HOSTS);
}

/** The kind of a work by the ending of its file name, or null when the ending tells nothing. */
export function kindOfFileName(path: string): EvidenceKind | null {
  const lower = path.toLowerCase();
  return EXTENSIONS.find(([, ending]) => ending.test(lower))?.[0] ?? null;
}

/** The kind of a work behind a link that is not a repository's. */
export function kindOfPage({ hostname, pathname }: URL): EvidenceKind {
  if (isVideoHost(hostname)) return 'video';
  const byName = kindOfFileName(pathname);
  if (byName !== null) return byName;
  if (isUnder(hostname, DOCUMENT_HOSTS)) return 'document';
  return isUnder(hostname, DEPLOYMENT_HOSTS) ? 'deployment' : 'page';
}
