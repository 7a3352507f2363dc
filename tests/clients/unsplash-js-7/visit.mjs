// Every method of unsplash-js 7.0.20.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createApi } from 'unsplash-js';

const library = JSON.parse(readFileSync(process.env.LIBRARY));
const apiUrl = library.address;
const api = createApi({ apiUrl, accessKey: library.access_key });

const photoId = library.photo;
const collectionId = library.collection;
const topicIdOrSlug = library.topic;
const username = library.username;

/** The answer of a call that goes well. */
async function good(call) {
  const answer = await call;
  assert.equal(answer.type, 'success', JSON.stringify(answer.errors));
  return answer.response;
}

test('photos', async () => {
  const list = await good(api.photos.list({ page: 2, perPage: 2, orderBy: 'popular' }));
  assert.deepEqual([list.results.length, list.total], [2, library.photos]);
  const photo = await good(api.photos.get({ photoId }));
  assert.equal(photo.id, photoId);
  assert.ok(photo.urls.regular && photo.user.links.html);
  const stats = await good(api.photos.getStats({ photoId }));
  assert.equal(stats.downloads.historical.values.length, 30);
  const one = await good(api.photos.getRandom({ query: 'lake', orientation: 'landscape' }));
  assert.equal(one.id, photoId);
  const several = await good(api.photos.getRandom({ count: 2, collectionIds: [collectionId], contentFilter: 'high' }));
  assert.equal(several.length, 2);
  const topical = await good(api.photos.getRandom({ count: 1, topicIds: [topicIdOrSlug], featured: false }));
  assert.equal(topical.length, 1);
  const named = await good(api.photos.getRandom({ username }));
  assert.equal(named.user.username, username);
  const { url } = await good(api.photos.trackDownload({ downloadLocation: photo.links.download_location }));
  assert.match((await fetch(url)).headers.get('content-type'), /^image\//);
});

test('searches', async () => {
  const query = library.word;
  const filters = { orientation: 'landscape', contentFilter: 'high', lang: 'en', orderBy: 'latest' };
  const photos = await good(api.search.getPhotos({ query, page: 1, perPage: 30, ...filters }));
  assert.deepEqual([photos.total, photos.results.length], [library.photos, library.photos]);
  const within = await good(api.search.getPhotos({ query, collectionIds: [collectionId] }));
  assert.equal(within.total, 2);
  const collections = await good(api.search.getCollections({ query: 'water' }));
  assert.equal(collections.results[0].id, collectionId);
  const users = await good(api.search.getUsers({ query: username }));
  assert.equal(users.results[0].username, username);
});

test('people', async () => {
  assert.equal((await good(api.users.get({ username }))).username, username);
  const photos = await good(api.users.getPhotos({ username, stats: true, orientation: 'landscape', orderBy: 'views' }));
  assert.equal(photos.total, library.photos - 1);
  assert.ok(photos.results[0].statistics.downloads);
  const likes = await good(api.users.getLikes({ username, orientation: 'landscape' }));
  assert.deepEqual([likes.total, likes.results[0].id], [1, library.others_photo]);
  const collections = await good(api.users.getCollections({ username }));
  assert.equal(collections.results[0].id, collectionId);
});

test('collections', async () => {
  assert.equal((await good(api.collections.list({ perPage: 30 }))).results[0].id, collectionId);
  assert.equal((await good(api.collections.get({ collectionId }))).total_photos, 2);
  assert.equal((await good(api.collections.getPhotos({ collectionId, orientation: 'landscape' }))).total, 2);
  assert.ok(Array.isArray(await good(api.collections.getRelated({ collectionId }))));
});

test('topics', async () => {
  const list = await good(api.topics.list({ topicIdsOrSlugs: [topicIdOrSlug], orderBy: 'latest' }));
  assert.deepEqual([list.total, list.results[0].slug], [1, topicIdOrSlug]);
  const topic = await good(api.topics.get({ topicIdOrSlug }));
  assert.equal(topic.total_photos, 2);
  const photos = await good(api.topics.getPhotos({ topicIdOrSlug, orientation: 'landscape', orderBy: 'oldest' }));
  assert.equal(photos.total, 2);
});

test('errors are answers', async () => {
  const missing = await api.photos.get({ photoId: 'nothing' });
  assert.deepEqual([missing.type, missing.status, missing.source], ['error', 404, 'api']);
  assert.deepEqual(missing.errors, ["Couldn't find Photo"]);
  const refused = await createApi({ apiUrl, accessKey: 'nobody' }).photos.list({});
  assert.deepEqual([refused.status, refused.errors], [401, ['OAuth error: The access token is invalid']]);
  const mute = await api.search.getPhotos({ query: '' });
  assert.deepEqual([mute.type, mute.status, mute.source], ['error', 400, 'api']);
});

test('the limit of calls is an answer too', async () => {
  const hasty = createApi({ apiUrl, accessKey: library.hasty_key });
  for (let call = 0; call < library.hourly; call += 1) await good(hasty.topics.list({}));
  const over = await hasty.topics.list({});
  assert.deepEqual([over.type, over.status, over.errors], ['error', 403, ['Rate Limit Exceeded']]);
  assert.equal(over.originalResponse.headers.get('x-ratelimit-remaining'), '0');
});
