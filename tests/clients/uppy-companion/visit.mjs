// The Unsplash provider of @uppy/companion 6.2.2, with its BASE_URL constant pointing at the library.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, test } from 'node:test';

const library = JSON.parse(readFileSync(process.env.LIBRARY));
// Beside the original, so that what it imports is found.
const folder = new URL('./node_modules/@uppy/companion/lib/server/provider/unsplash/', import.meta.url);
const original = readFileSync(new URL('index.js', folder), 'utf8');
const constant = "const BASE_URL = 'https://api.unsplash.com';";
assert.ok(original.includes(constant), 'the provider is another one than expected');
const pointed = new URL(`pointed-${process.pid}.mjs`, folder);
writeFileSync(pointed, original.replace(constant, `const BASE_URL = '${library.address}';`));
after(() => rmSync(pointed));

const { default: Unsplash } = await import(pointed.href);
const provider = new Unsplash({ providerName: 'unsplash', allowLocalUrls: true });
const session = (accessToken) => ({ providerUserSession: { accessToken } });
const known = session(library.access_key);

test('list: a search, page by page', async () => {
  const page = await provider.list({ ...known, query: { q: library.word, cursor: null } });
  assert.equal(page.items.length, library.photos);
  assert.equal(page.nextPageQuery, null);
  for (const item of page.items) {
    assert.ok(item.id && item.name.endsWith('.jpg') && item.author.name && item.author.url.startsWith('http'));
    assert.match((await fetch(item.thumbnail)).headers.get('content-type'), /^image\//);
  }
  const beyond = await provider.list({ ...known, query: { q: library.word, cursor: 2 } });
  assert.deepEqual(beyond.items, []);
});

test('download: bytes, their size, and the download is counted', async () => {
  const { stream, size } = await provider.download({ ...known, id: library.photo });
  let length = 0;
  for await (const piece of stream) length += piece.length;
  assert.ok(length > 0);
  assert.equal(length, size);
});

test('errors', async () => {
  await assert.rejects(provider.list({ ...known, query: {} }), /Search query missing/);
  await assert.rejects(provider.list({ ...session('nobody'), query: { q: 'sea' } }), /HTTP 401: OAuth error: The access token is invalid/);
  await assert.rejects(provider.download({ ...known, id: 'nothing' }), /HTTP 404: Couldn't find Photo/);
});

test('the limit of calls', async () => {
  const hasty = { ...session(library.hasty_key), query: { q: library.word } };
  for (let call = 0; call < library.hourly; call += 1) await provider.list(hasty);
  await assert.rejects(provider.list(hasty), /HTTP 403: Rate Limit Exceeded/);
});
