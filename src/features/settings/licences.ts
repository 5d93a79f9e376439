/** Work of others that is built into the app, with its licence. A test compares it with what is installed. */
export const parts = [
  { name: 'react', licence: 'MIT', holder: 'Meta Platforms, Inc. and affiliates' },
  { name: 'react-dom', licence: 'MIT', holder: 'Meta Platforms, Inc. and affiliates' },
  { name: 'scheduler', licence: 'MIT', holder: 'Meta Platforms, Inc. and affiliates' },
  {
    name: 'react-router',
    licence: 'MIT',
    holder: 'React Training LLC, Remix Software Inc., Shopify Inc.',
  },
  { name: 'zustand', licence: 'MIT', holder: 'Paul Henschel' },
  { name: 'i18next', licence: 'MIT', holder: 'i18next' },
  { name: 'valibot', licence: 'MIT', holder: 'Fabian Hiller' },
  { name: 'fflate', licence: 'MIT', holder: 'Arjun Barrett' },
  { name: 'idb', licence: 'ISC', holder: 'Jake Archibald' },
  { name: 'uqr', licence: 'MIT', holder: 'Project Nayuki, Anthony Fu' },
  { name: 'workbox-core', licence: 'MIT', holder: 'Google LLC' },
  { name: 'workbox-precaching', licence: 'MIT', holder: 'Google LLC' },
  { name: 'workbox-routing', licence: 'MIT', holder: 'Google LLC' },
  { name: 'workbox-strategies', licence: 'MIT', holder: 'Google LLC' },
] as const;

/** The terms that most of them share. */
export const mit =
  'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the “Software”), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions: The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED “AS IS”, WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.';

/** Those of the ISC licence. */
export const isc =
  'Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies. THE SOFTWARE IS PROVIDED “AS IS” AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.';
