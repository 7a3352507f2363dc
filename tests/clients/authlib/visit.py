"""Every happy path of OAuth 2 by authlib: code, PKCE, secret in the body or by Basic, out of band, refresh, revocation, introspection."""
import html.parser
import json
import os
import unittest
from urllib.parse import parse_qs, urljoin, urlsplit

import requests
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc8414 import AuthorizationServerMetadata

with open(os.environ["LIBRARY"]) as file:
    LIBRARY = json.load(file)
ADDRESS = LIBRARY["address"]
BACK = "http://localhost/back"
OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"
SCOPES = "public read_user write_likes"


class Forms(html.parser.HTMLParser):
    """The forms of a page: where each leads, and its hidden fields."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.code = None
        self.in_code = False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.in_code = tag == "code"
        if tag == "form":
            self.found.append((attributes.get("action"), {}))
        elif tag == "input" and attributes.get("type") == "hidden" and self.found:
            self.found[-1][1][attributes["name"]] = attributes.get("value", "")

    def handle_data(self, data):
        if self.in_code and self.code is None:
            self.code = data

    def leading_to(self, path):
        return next(dict(fields) for action, fields in self.found if action == path)


class Person:
    """Somebody with a browser without scripts."""

    def __init__(self):
        self.browser = requests.Session()

    def says(self, decision, address):
        """Opens the consent page, signs in when asked to, and answers; where that leads to."""
        page = self.browser.get(address)
        if urlsplit(page.url).path == "/login":
            fields = Forms(page.text).leading_to("/login")
            fields |= {"login": LIBRARY["username"], "password": LIBRARY["password"]}
            page = self.browser.post(urljoin(ADDRESS, "/login"), fields)
        assert page.status_code == 200, page.text
        fields = Forms(page.text).leading_to("/oauth/authorize") | {"decision": decision}
        answer = self.browser.post(urljoin(ADDRESS, "/oauth/authorize"), fields, allow_redirects=False)
        assert answer.status_code == 302, answer.text
        return urljoin(ADDRESS, answer.headers["location"])


def facts():
    """What the server says of itself."""
    found = requests.get(f"{ADDRESS}/.well-known/oauth-authorization-server").json()
    metadata = AuthorizationServerMetadata(found)
    # Its other checks want https, which this server leaves to what stands before it.
    for name in ["validate_response_types_supported", "validate_grant_types_supported"]:
        getattr(metadata, name)()
    return found


def session(**more):
    known = {
        "client_id": LIBRARY["access_key"], "client_secret": LIBRARY["secret_key"],
        "redirect_uri": BACK, "scope": SCOPES, "token_endpoint_auth_method": "client_secret_post",
    }
    return OAuth2Session(**(known | more))


def registered(**fields):
    """An application made for one test, by the API."""
    headers = {"Authorization": f"Bearer {LIBRARY['token']}"}
    answer = requests.post(f"{ADDRESS}/apps", json=fields, headers=headers)
    assert answer.status_code == 201, answer.text
    return answer.json()


class HappyPaths(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = facts()
        cls.person = Person()

    def agreed(self, client, **more):
        """The address that a person comes back with."""
        address, state = client.create_authorization_url(self.server["authorization_endpoint"], **more)
        back = self.person.says("allow", address)
        self.assertEqual(parse_qs(urlsplit(back).query)["state"], [state])
        return back

    def token(self, client, **more):
        back = self.agreed(client, **({"code_verifier": more["code_verifier"]} if more else {}))
        return client.fetch_token(self.server["token_endpoint"], authorization_response=back, **more)

    def assert_works(self, client):
        answer = client.get(f"{ADDRESS}/me")
        self.assertEqual((answer.status_code, answer.json()["username"]), (200, LIBRARY["username"]))

    def test_a_code_with_the_secret_in_the_body(self):
        client = session()
        token = self.token(client)
        self.assertEqual((token["scope"], token["token_type"]), (SCOPES, "bearer"))
        self.assertNotIn("expires_in", token)
        self.assert_works(client)

    def test_a_code_with_the_secret_by_basic(self):
        client = session(token_endpoint_auth_method="client_secret_basic")
        self.token(client)
        self.assert_works(client)

    def test_a_code_with_secret_and_proof(self):
        client = session(code_challenge_method="S256")
        self.token(client, code_verifier=generate_token(48))
        self.assert_works(client)

    def test_a_program_without_a_secret(self):
        app = registered(name="Telephone", kind="public", redirect_uris=["org.example.app:/back"])
        self.assertNotIn("secret_key", app)
        client = session(
            client_id=app["access_key"], client_secret=None, redirect_uri="org.example.app:/back",
            token_endpoint_auth_method="none", code_challenge_method="S256",
        )
        self.token(client, code_verifier=generate_token(64))
        self.assert_works(client)
        client.refresh_token(self.server["token_endpoint"])
        self.assert_works(client)

    def test_a_code_carried_over_by_hand(self):
        client = session(redirect_uri=OUT_OF_BAND)
        address, _ = client.create_authorization_url(self.server["authorization_endpoint"])
        shown = self.person.browser.get(self.person.says("allow", address))
        code = Forms(shown.text).code
        client.fetch_token(self.server["token_endpoint"], code=code)
        self.assert_works(client)

    def test_a_refresh_and_a_narrower_one(self):
        client = session()
        first = self.token(client)
        second = client.refresh_token(self.server["token_endpoint"])
        self.assertNotEqual(first["refresh_token"], second["refresh_token"])
        self.assert_works(client)
        third = client.refresh_token(self.server["token_endpoint"], scope="public read_user")
        self.assertEqual(third["scope"], "public read_user")
        self.assert_works(client)

    def test_tokens_that_end(self):
        app = registered(name="Careful", redirect_uris=[BACK], token_seconds=3600)
        client = session(client_id=app["access_key"], client_secret=app["secret_key"])
        token = self.token(client)
        self.assertEqual(token["expires_in"], 3600)
        self.assert_works(client)

    def test_looking_at_a_token_and_ending_it(self):
        client = session()
        token = self.token(client)
        seen = client.introspect_token(self.server["introspection_endpoint"], token["access_token"]).json()
        self.assertEqual((seen["active"], seen["username"]), (True, LIBRARY["username"]))
        ended = client.revoke_token(self.server["revocation_endpoint"], token["access_token"])
        self.assertEqual(ended.status_code, 200)
        seen = client.introspect_token(self.server["introspection_endpoint"], token["access_token"]).json()
        self.assertEqual(seen, {"active": False})

    def test_no_is_an_answer(self):
        address, _ = session().create_authorization_url(self.server["authorization_endpoint"])
        back = self.person.says("deny", address)
        self.assertEqual(parse_qs(urlsplit(back).query)["error"], ["access_denied"])


if __name__ == "__main__":
    unittest.main()
