import { createServer, type RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { fetchPack, isFetchable } from './remote.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  open.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      resolve(`http://127.0.0.1:${port}/pack.mondo.json`);
    });
  });
}

const never = new AbortController().signal;

test.each([
  ['https://example.org/a.mondo.json', true],
  ['http://localhost:8080/a.mondo.json', true],
  ['http://127.0.0.1/a.mondo.json', true],
  ['http://example.org/a.mondo.json', false],
  ['http://localhost.example.org/a', false],
  ['https://me:secret@example.org/a', false],
  ['javascript:alert(1)', false],
  ['data:application/json,{}', false],
  ['file:///etc/passwd', false],
  ['example.org/a', false],
  ['', false],
])('%s may be fetched: %s', (address, may) => {
  expect(isFetchable(address)).toBe(may);
});

test('what is there is read whatever its type, and without a word about the learner', async () => {
  const headers: Record<string, unknown>[] = [];
  const address = await serving((request, response) => {
    headers.push(request.headers);
    response.setHeader('content-type', 'image/png');
    response.end('{"format":1}');
  });
  const fetched = await fetchPack(address, 100, never);
  expect(fetched).toEqual({
    ok: true,
    value: { bytes: new TextEncoder().encode('{"format":1}'), address },
  });
  expect(headers[0]).not.toHaveProperty('cookie');
  expect(headers[0]).not.toHaveProperty('referer');
});

test('reading stops at the limit, however much comes', async () => {
  let sent = 0;
  const address = await serving((_request, response) => {
    const more = () => {
      sent += 1;
      if (sent < 10_000 && !response.destroyed) response.write(new Uint8Array(10_000), more);
    };
    more();
  });
  expect(await fetchPack(address, 50_000, never)).toEqual({ ok: false, error: 'too-large' });
  expect(sent).toBeLessThan(10_000);
});

test('a redirect is followed, and the last address is told', async () => {
  const last = await serving((_request, response) => response.end('x'));
  const first = await serving((_request, response) => {
    response.writeHead(302, { location: last }).end();
  });
  expect(await fetchPack(first, 100, never)).toMatchObject({ ok: true, value: { address: last } });
});

test.each([
  ['is not there', 404],
  ['wants a password', 401],
])('a pack that %s is said to be refused', async (_what, status) => {
  const address = await serving((_request, response) => response.writeHead(status).end('x'));
  expect(await fetchPack(address, 100, never)).toEqual({ ok: false, error: 'refused' });
});

test('where nobody answers it is said', async () => {
  expect(await fetchPack('http://127.0.0.1:1/a', 100, never)).toEqual({
    ok: false,
    error: 'unreachable',
  });
  expect(await fetchPack('http://example.org/a', 100, never)).toEqual({
    ok: false,
    error: 'not-secure',
  });
});

test('it can be stopped', async () => {
  const address = await serving((_request, response) => response.write('x'));
  const stop = new AbortController();
  const fetching = fetchPack(address, 100, stop.signal);
  setTimeout(() => stop.abort(), 50);
  expect(await fetching).toEqual({ ok: false, error: 'stopped' });
});
