/**
 * Whether this is a Safari that deletes what a site has stored after seven days of use without a visit: one that is
 * not started from the home screen or the Dock.
 */
export function mayForget(page: Window): boolean {
  const { navigator } = page;
  if ('standalone' in navigator) return navigator.standalone === false;
  const isSafari =
    /Safari\//.test(navigator.userAgent) && !/Chrom|Android|Edg|OPR/.test(navigator.userAgent);
  return isSafari && !page.matchMedia('(display-mode: standalone)').matches;
}
