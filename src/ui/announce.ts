let region: HTMLElement | null = null;

function liveRegion(): HTMLElement {
  if (region?.isConnected) return region;
  region = document.createElement('div');
  region.setAttribute('role', 'status');
  region.className = 'visually-hidden';
  document.body.append(region);
  return region;
}

/** A region that appears together with its words is not read, so the words come a moment later. */
const AFTER = 50;

/** Says something to those who listen, without moving the focus. One region for the whole page. */
export function announce(words: string): void {
  const live = liveRegion();
  setTimeout(() => {
    // The same words twice are read twice only if something differs.
    live.textContent = live.textContent === words ? `${words}\u00a0` : words;
  }, AFTER);
}
