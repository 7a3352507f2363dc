"""Every method of python-unsplash 1.2.5."""
import json
import os
import unittest
import urllib.request

from unsplash.api import Api
from unsplash.auth import Auth
from unsplash.errors import UnsplashError

with open(os.environ["LIBRARY"]) as file:
    LIBRARY = json.load(file)

# The one setting the client has for another server.
Auth.BASE_API_URL = LIBRARY["address"]
Auth.BASE_AUTH_URL = LIBRARY["address"]


def api(key=LIBRARY["access_key"], **more):
    return Api(Auth(key, LIBRARY["secret_key"], LIBRARY["redirect_uri"], **more))


READER = api()
OWNER = api(token={"access_token": LIBRARY["token"], "token_type": "bearer"})
PHOTO, COLLECTION, NAME = LIBRARY["photo"], LIBRARY["collection"], LIBRARY["username"]


class Reading(unittest.TestCase):
    def test_photos(self):
        photos = READER.photo.all(page=1, per_page=30, order_by="popular")
        self.assertEqual(len(photos), LIBRARY["photos"])
        self.assertTrue(all(photo.urls.regular and photo.user.links.html for photo in photos))
        self.assertEqual(len(READER.photo.curated(per_page=2)), 2)
        photo = READER.photo.get(PHOTO, width=100, height=100)
        self.assertEqual(photo.id, PHOTO)
        self.assertTrue(photo.location.title)
        found = READER.photo.search("lake", orientation="landscape")
        self.assertEqual([photo.id for photo in found], [PHOTO])
        self.assertEqual(len(READER.photo.random(count=2, query="nature", featured=False)), 2)
        self.assertEqual(READER.photo.stats(PHOTO).downloads["historical"]["quantity"], 30)
        url = READER.photo.download(PHOTO)["url"]
        with urllib.request.urlopen(url) as picture:
            self.assertTrue(picture.headers["Content-Type"].startswith("image/"))

    def test_collections(self):
        self.assertEqual(READER.collection.all()[0].id, COLLECTION)
        self.assertEqual(READER.collection.featured()[0].id, COLLECTION)
        self.assertEqual(READER.collection.curated()[0].id, COLLECTION)
        self.assertEqual(READER.collection.get(COLLECTION).cover_photo.user.username, NAME)
        self.assertEqual(READER.collection.get_curated(COLLECTION).id, COLLECTION)
        self.assertEqual(len(READER.collection.photos(COLLECTION)), 2)
        self.assertEqual(len(READER.collection.curated_photos(COLLECTION)), 2)
        self.assertIsInstance(READER.collection.related(COLLECTION), list)

    def test_people(self):
        self.assertEqual(READER.user.get(NAME, width=10, height=10).username, NAME)
        self.assertIn("//ada.example.org", READER.user.portfolio(NAME).url)
        self.assertEqual(len(READER.user.photos(NAME, order_by="oldest")), LIBRARY["photos"] - 1)
        self.assertEqual(READER.user.likes(NAME)[0].id, LIBRARY["others_photo"])
        self.assertEqual(READER.user.collections(NAME)[0].id, COLLECTION)

    def test_searches(self):
        photos = READER.search.photos("nature", page=2, per_page=4)
        self.assertEqual((photos["total"], photos["total_pages"], len(photos["results"])), (6, 2, 2))
        self.assertEqual(READER.search.photos("nature", color="teal")["total_pages"] >= 0, True)
        self.assertEqual(READER.search.collections("water")["results"][0].id, COLLECTION)
        self.assertEqual(READER.search.users(NAME)["results"][0].username, NAME)

    def test_figures(self):
        self.assertEqual(READER.stat.total().total_photos, LIBRARY["photos"])
        self.assertEqual(READER.stat.month().new_photos, LIBRARY["photos"])


class Writing(unittest.TestCase):
    def test_likes(self):
        self.assertEqual(OWNER.photo.like(PHOTO).photo["id"], PHOTO)
        self.assertTrue(OWNER.photo.get(PHOTO).liked_by_user)
        self.assertEqual(OWNER.photo.unlike(PHOTO).photo["likes"], 0)

    def test_a_photo(self):
        said = {"description": "By hand", "tags": "quiet,lake,nature", "location[city]": "Bergen"}
        photo = OWNER.photo.update(PHOTO, **said)
        self.assertEqual((photo["description"], photo["location"]["city"]), ("By hand", "Bergen"))

    def test_me(self):
        self.assertEqual(OWNER.user.me().email, "ada@example.org")
        self.assertEqual(OWNER.user.update(bio="Boats", location="Oslo").bio, "Boats")

    def test_a_collection(self):
        made = OWNER.collection.create("By hand", description="For a while", private=True)
        self.assertTrue(made.private)
        self.assertNotIn(made.id, [one.id for one in READER.collection.all(per_page=30)])
        collection, photo = OWNER.collection.add_photo(made.id, PHOTO)
        self.assertEqual((collection.total_photos, photo.id), (1, PHOTO))
        collection, _ = OWNER.collection.remove_photo(made.id, PHOTO)
        self.assertEqual(collection.total_photos, 0)
        self.assertEqual(OWNER.collection.update(made.id, title="By two").title, "By two")
        self.assertIsNone(OWNER.collection.delete(made.id))
        with self.assertRaisesRegex(UnsplashError, "Couldn't find Collection"):
            OWNER.collection.get(made.id)


class Errors(unittest.TestCase):
    def test_are_told(self):
        with self.assertRaisesRegex(UnsplashError, "Couldn't find Photo"):
            READER.photo.get("nothing")
        with self.assertRaisesRegex(UnsplashError, "OAuth error: The access token is invalid"):
            READER.user.me()
        with self.assertRaisesRegex(UnsplashError, "OAuth error: The access token is invalid"):
            api("nobody").photo.all()

    def test_so_is_the_limit_of_calls(self):
        hasty = api(LIBRARY["hasty_key"])
        for _ in range(LIBRARY["hourly"]):
            hasty.stat.total()
        with self.assertRaisesRegex(UnsplashError, "^Rate Limit Exceeded$"):
            hasty.stat.total()


if __name__ == "__main__":
    unittest.main()
