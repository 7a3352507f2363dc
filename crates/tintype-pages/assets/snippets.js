// The same call in four languages. snippets.rs does it for the pages.
const KEY = 'Client-ID YOUR_ACCESS_KEY';

export function snippets(method, address) {
  const url = address.replaceAll('\\', '%5C').replaceAll("'", '%27').replaceAll('"', '%22');
  return {
    curl: `curl -H 'Accept: application/json' \\\n  -H 'Authorization: ${KEY}' \\\n  '${url}'`,
    JavaScript: `const response = await fetch('${url}', {
  headers: { Accept: 'application/json', Authorization: '${KEY}' },
});
const data = await response.json();`,
    Python: `import json
from urllib.request import Request, urlopen

request = Request(
    '${url}',
    method='${method}',
    headers={'Accept': 'application/json', 'Authorization': '${KEY}'},
)
data = json.load(urlopen(request))`,
    Rust: `// reqwest with the features "blocking" and "json"
let data: serde_json::Value = reqwest::blocking::Client::new()
    .request(reqwest::Method::${method}, "${url}")
    .header("Accept", "application/json")
    .header("Authorization", "${KEY}")
    .send()?
    .json()?;`,
  };
}
