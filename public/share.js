// A part of the service worker. What another app shares with the installed one comes by POST, which no static host can
// take: a file is laid aside on this device for the page that adds packs, a link goes on in the address.
// Within a block: its names stand beside those of the generated worker.
{
  const PLACE = new URL('share', self.registration.scope);
  const CACHE = 'mondo-shared';

  const to = (place) => Response.redirect(new URL(place, PLACE), 303);

  async function layAside(file) {
    const cache = await caches.open(CACHE);
    const headers = { 'x-name': encodeURIComponent(file.name) };
    await cache.put('file', new Response(file, { headers }));
  }

  async function take(request) {
    try {
      const form = await request.formData();
      const [file, ...more] = form
        .getAll('file')
        .filter((one) => one instanceof File && one.size > 0);
      if (file === undefined) {
        const shared = form.getAll('shared').filter((one) => typeof one === 'string');
        return to(`./?${new URLSearchParams(shared.map((text) => ['shared', text]))}`);
      }
      await layAside(file);
      return to(`./#/packs/add?shared=${more.length === 0 ? 'file' : 'first'}`);
    } catch {
      return to('./#/packs/add?shared=lost');
    }
  }

  self.addEventListener('fetch', (event) => {
    const { method, url } = event.request;
    const { origin, pathname } = new URL(url);
    if (method === 'POST' && origin === PLACE.origin && pathname === PLACE.pathname)
      event.respondWith(take(event.request));
  });
}
