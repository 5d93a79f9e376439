/** Where a pack that comes in is looked at. */
export const ADD = '#/packs/add';

/** What another app has shared with the installed one (`share_target` of the manifest) is a link to a pack. */
function sharedIn(search: string): string | undefined {
  const shared = new URLSearchParams(search).getAll('shared').join(' ');
  const [link] = /https?:\/\/\S+/.exec(shared) ?? [];
  return link && (/#p(?:ack)?=.+$/.exec(link)?.[0] ?? `#pack=${link}`);
}

/** Links to packs (`#p=…` holds one, `#pack=…` says where one lies) lead to where they are looked at. */
function followLink(): void {
  const [, name, value = ''] = /^#(p|pack)=(.+)$/.exec(location.hash) ?? [];
  if (name === undefined) return;
  // A link may come with its address encoded or bare; bare, it has signs that would end the parameter.
  const place = name === 'p' ? 'p' : 'from';
  const text = value.includes('://') ? encodeURIComponent(value) : value;
  history.replaceState(null, '', `${ADD}?${place}=${text}`);
}

/** To be called before the router looks at the address, so that it never sees a link. */
export function followLinks(): void {
  const shared = sharedIn(location.search);
  if (shared !== undefined) history.replaceState(null, '', location.pathname + shared);
  followLink();
  window.addEventListener('popstate', followLink);
}
