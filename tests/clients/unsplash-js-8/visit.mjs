// Every operation that unsplash-js 8.0.1 knows, by its own client.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createApi } from 'unsplash-js';

const library = JSON.parse(readFileSync(process.env.LIBRARY));
const baseUrl = library.address;
const reader = createApi({ baseUrl, accessKey: library.access_key });
const owner = createApi({ baseUrl, headers: { Authorization: `Bearer ${library.token}` } });

const assetSlug = library.slug;
const collectionId = library.collection;
const topicSlug = library.topic;
const username = library.username;

/** The data of a call that goes well. */
async function good(call) {
  const { data, error, response } = await call;
  assert.ok(response.ok, `${response.status} ${JSON.stringify(error)}`);
  return { data, response };
}

const isPhoto = (photo) => assert.ok(photo.id && photo.urls.raw.includes('?') && photo.user.name && photo.links.html);

test('GET: lists have photos, a total and pages', async () => {
  for (const [path, params, least] of [
    ['/photos', {}, library.photos],
    ['/collections/{collectionId}/photos', { path: { collectionId } }, 2],
    ['/topics/{topicSlug}/photos', { path: { topicSlug } }, 2],
    ['/users/{username}/photos', { path: { username } }, library.photos - 1],
  ]) {
    const query = { per_page: 1, orientation: 'landscape' };
    const { data, response } = await good(reader.GET(path, { params: { ...params, query } }));
    assert.equal(data.length, 1, path);
    data.forEach(isPhoto);
    assert.equal(Number(response.headers.get('x-total')), least, path);
    assert.match(response.headers.get('link'), /rel="next"/, path);
    assert.ok(Number(response.headers.get('x-ratelimit-remaining')) > 0);
  }
});

test('GET: one photo, its statistics, its download', async () => {
  const { data } = await good(reader.GET('/photos/{assetSlug}', { params: { path: { assetSlug } } }));
  isPhoto(data);
  assert.equal(data.id, library.photo);
  assert.ok(data.tags.some((tag) => tag.title === library.word));
  assert.equal(data.exif.iso, null);
  const counted = { path: { assetSlug }, query: { quantity: 7, resolution: 'days' } };
  const statistics = await good(reader.GET('/photos/{assetSlug}/statistics', { params: counted }));
  assert.equal(statistics.data.downloads.historical.values.length, 7);
  const chosen = { path: { id: data.id } };
  const download = await good(reader.GET('/photos/{id}/download', { params: chosen }));
  const bytes = await fetch(download.data.url);
  assert.match(bytes.headers.get('content-type'), /^image\//);
});

test('GET: photos by chance', async () => {
  const one = await good(reader.GET('/photos/random'));
  isPhoto(one.data);
  const query = { count: 2, collections: [collectionId], orientation: 'landscape', content_filter: 'high' };
  const some = await good(reader.GET('/photos/random', { params: { query } }));
  assert.equal(some.data.length, 2);
  some.data.forEach(isPhoto);
  const topical = await good(reader.GET('/photos/random', { params: { query: { topics: [topicSlug], count: 1 } } }));
  assert.equal(topical.data.length, 1);
  const named = await good(reader.GET('/photos/random', { params: { query: { username, query: 'lake' } } }));
  assert.equal(named.data.id, library.photo);
});

test('GET: searches', async () => {
  const query = { query: library.word, page: 2, per_page: 2, order_by: 'latest', lang: 'en', content_filter: 'low' };
  const { data } = await good(reader.GET('/search/photos', { params: { query } }));
  assert.deepEqual([data.total, data.total_pages, data.results.length], [library.photos, library.photos / 2, 2]);
  data.results.forEach(isPhoto);
  const within = { query: library.word, collections: [collectionId] };
  const narrowed = await good(reader.GET('/search/photos', { params: { query: within } }));
  assert.equal(narrowed.data.total, 2);
  narrowed.data.results.forEach(isPhoto);
  const collections = await good(reader.GET('/search/collections', { params: { query: { query: 'water' } } }));
  assert.equal(collections.data.results[0].id, collectionId);
  const people = await good(reader.GET('/search/users', { params: { query: { query: username } } }));
  assert.equal(people.data.results[0].username, username);
});

test('GET: collections', async () => {
  const { data } = await good(reader.GET('/collections', { params: { query: { page: 1, per_page: 30 } } }));
  assert.equal(data[0].id, collectionId);
  const one = await good(reader.GET('/collections/{collectionId}', { params: { path: { collectionId } } }));
  assert.equal(one.data.total_photos, 2);
  isPhoto(one.data.cover_photo);
  const related = await good(reader.GET('/collections/{collectionId}/related', { params: { path: { collectionId } } }));
  assert.ok(Array.isArray(related.data));
});

test('GET: topics', async () => {
  const query = { ids: [topicSlug, 'nowhere'], order_by: 'featured' };
  const { data } = await good(reader.GET('/topics', { params: { query } }));
  assert.deepEqual(data.map((topic) => topic.slug), [topicSlug]);
  const one = await good(reader.GET('/topics/{topicSlug}', { params: { path: { topicSlug } } }));
  assert.equal(one.data.owners[0].username, username);
});

test('GET: people', async () => {
  const path = { username };
  const { data } = await good(reader.GET('/users/{username}', { params: { path } }));
  assert.equal(data.username, username);
  assert.equal(new URL(data.portfolio_url).host, 'ada.example.org');
  const counted = { path, query: { stats: true, quantity: 3, order_by: 'popular' } };
  const photos = await good(reader.GET('/users/{username}/photos', { params: counted }));
  assert.equal(photos.data[0].statistics.views.historical.values.length, 3);
  const collections = await good(reader.GET('/users/{username}/collections', { params: { path } }));
  assert.equal(collections.data[0].id, collectionId);
  const statistics = await good(reader.GET('/users/{username}/statistics', { params: { path } }));
  assert.equal(statistics.data.username, username);
});

test('GET: figures', async () => {
  const total = await good(reader.GET('/stats/total'));
  assert.equal(total.data.photos, library.photos);
  const month = await good(reader.GET('/stats/month'));
  assert.equal(month.data.new_photos, library.photos);
});

test('PUT: the own profile and an own photo', async () => {
  const before = await good(owner.GET('/me'));
  assert.equal(before.data.email, 'ada@example.org');
  const body = { first_name: 'Ada', last_name: 'Lovelace', bio: 'Boats', location: 'Oslo', instagram_username: 'ada' };
  const { data } = await good(owner.PUT('/me', { body }));
  assert.deepEqual([data.name, data.bio, data.location], ['Ada Lovelace', 'Boats', 'Oslo']);
  const changed = { description: 'Still', location: { city: 'Bergen', country: 'Norway' }, exif: { make: 'Canon' } };
  const photo = await good(owner.PUT('/photos/{assetSlug}', { params: { path: { assetSlug } }, body: changed }));
  assert.deepEqual([photo.data.description, photo.data.location.city, photo.data.exif.make], ['Still', 'Bergen', 'Canon']);
});

test('POST, PUT, DELETE: a collection from its beginning to its end', async () => {
  const made = await good(owner.POST('/collections', { body: { title: 'By hand', private: true } }));
  assert.equal(made.response.status, 201);
  const path = { collectionId: made.data.id };
  const hidden = await reader.GET('/collections/{collectionId}', { params: { path } });
  assert.equal(hidden.response.status, 404);
  const body = { title: 'By two hands', private: false };
  const changed = await good(owner.PUT('/collections/{collectionId}', { params: { path }, body }));
  assert.deepEqual([changed.data.title, changed.data.private], ['By two hands', false]);
  const photo_id = library.others_photo;
  const added = await good(owner.POST('/collections/{collectionId}/add', { params: { path }, body: { photo_id } }));
  assert.deepEqual([added.response.status, added.data.photo.id, added.data.collection.id], [201, photo_id, made.data.id]);
  const query = { photo_id };
  const removed = await good(owner.DELETE('/collections/{collectionId}/remove', { params: { path, query } }));
  assert.equal(removed.data.collection.total_photos, 0);
  const gone = await good(owner.DELETE('/collections/{collectionId}', { params: { path } }));
  assert.equal(gone.response.status, 204);
});

test('errors are errors', async () => {
  const missing = await reader.GET('/photos/{assetSlug}', { params: { path: { assetSlug: 'nothing' } } });
  assert.deepEqual([missing.response.status, missing.error.errors], [404, ["Couldn't find Photo"]]);
  const stranger = createApi({ baseUrl, accessKey: 'nobody' });
  const refused = await stranger.GET('/photos');
  assert.deepEqual([refused.response.status, refused.error.errors], [401, ['OAuth error: The access token is invalid']]);
  const withoutPerson = await reader.GET('/me');
  assert.equal(withoutPerson.response.status, 401);
  const foreign = await owner.PUT('/photos/{assetSlug}', { params: { path: { assetSlug: library.others_photo } }, body: { description: 'mine' } });
  assert.equal(foreign.response.status, 403);
  const blank = await owner.POST('/collections', { body: { title: ' ' } });
  assert.equal(blank.response.status, 422);
  assert.ok(blank.error.errors[0]);
});

test('the limit of calls is an error too', async () => {
  const hasty = createApi({ baseUrl, accessKey: library.hasty_key });
  for (let left = library.hourly - 1; left >= 0; left -= 1) {
    const { response } = await good(hasty.GET('/stats/total'));
    assert.equal(response.headers.get('x-ratelimit-remaining'), String(left));
  }
  const { error, response } = await hasty.GET('/stats/total');
  assert.deepEqual([response.status, error.errors], [403, ['Rate Limit Exceeded']]);
  assert.equal(response.headers.get('x-ratelimit-remaining'), '0');
});
