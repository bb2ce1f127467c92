const SCP = /^(?:[\w.-]{1,64}@)?([a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])):(?!\/)(~?[\w.-][\w.~/-]{0,500})$/i;
const SCHEME =
  /^(?:ssh|git|git\+ssh|git\+https?):\/\/(?:[\w.-]{1,64}@)?([a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9]))(?::\d{1,5})?\/(~?[\w.-][\w.~/-]{0,500})$/i;

/**
 * The https address of a repository that is given as for SSH or git: `git@host:path`, `ssh://git@host/path`, `git://host/path`. Null for a
 * text that is none of these.
 */
export function httpsOfRemote(text: string): string | null {
  if (text.length > 1000 || (!text.includes('@') && !/^(?:ssh|git)/i.test(text))) return null;
  const [, host, path] = SCHEME.exec(text) ?? SCP.exec(text) ?? [];
  if (host === undefined || path === undefined || !host.includes('.')) return null;
  return `https://${host.toLowerCase()}/${path.replace(/\.git\/?$/, '')}`;
}
