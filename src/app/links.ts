/** Where a pack that comes in is looked at. */
export const ADD = '#/packs/add';

/** Links to packs (`#p=…` holds one, `#pack=…` says where one lies) lead to where they are looked at. */
function follow(): void {
  const [, name, value = ''] = /^#(p|pack)=(.+)$/.exec(location.hash) ?? [];
  if (name === undefined) return;
  // A link may come with its address encoded or bare; bare, it has signs that would end the parameter.
  const place = name === 'p' ? 'p' : 'from';
  const text = value.includes('://') ? encodeURIComponent(value) : value;
  history.replaceState(null, '', `${ADD}?${place}=${text}`);
}

/** To be called before the router looks at the address, so that it never sees a link. */
export function followLinks(): void {
  follow();
  window.addEventListener('popstate', follow);
}
