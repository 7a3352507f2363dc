// The same call in four languages. snippets.rs does it for the pages.
const KEY = 'Client-ID YOUR_ACCESS_KEY';

export function snippets(method, address, needsKey) {
  const url = address.replaceAll('\\', '%5C').replaceAll("'", '%27').replaceAll('"', '%22');
  const key = (text) => (needsKey ? text : '');
  return {
    curl: `curl -H 'Accept: application/json'${key(` \\\n  -H 'Authorization: ${KEY}'`)} \\\n  '${url}'`,
    JavaScript: `const response = await fetch('${url}', {
  headers: { Accept: 'application/json'${key(`, Authorization: '${KEY}'`)} },
});
const data = await response.json();`,
    Python: `import json
from urllib.request import Request, urlopen

request = Request(
    '${url}',
    method='${method}',
    headers={'Accept': 'application/json'${key(`, 'Authorization': '${KEY}'`)}},
)
data = json.load(urlopen(request))`,
    Rust: `// reqwest with the features "blocking" and "json"
let data: serde_json::Value = reqwest::blocking::Client::new()
    .request(reqwest::Method::${method}, "${url}")
    .header("Accept", "application/json")${key(`\n    .header("Authorization", "${KEY}")`)}
    .send()?
    .json()?;`,
  };
}
