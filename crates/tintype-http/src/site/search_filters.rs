//! What narrows a search, as links: every filter lives in the address.

use tintype_domain::{ColorName, LicenseId, Orientation, SearchOrder};
use tintype_pages::view::{Choice, Filters, HexFilter};

use super::visit::Visit;
use crate::extract::Params;
use crate::links::with_query;
use crate::unsplash::filters;

/// The parameters that are filters.
pub(super) const NAMES: [&str; 8] = [
    "orientation",
    "color",
    "order_by",
    "license",
    "camera",
    "username",
    "collections",
    "content_filter",
];
/// The licenses one looks for; the library's own comes first.
const LICENSES: [&str; 3] = ["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0"];

/// Every way to narrow the search at this path.
pub(super) fn choices(visit: &Visit, path: &str) -> Filters {
    let params = visit.params();
    let orientation = filters::orientation(params);
    let color = params.get("color");
    let order = filters::search_order(params);
    let make = Maker { path, params };
    Filters {
        orientation: Orientation::ALL
            .iter()
            .map(|one| make.choice(*one, "orientation", one.as_str(), orientation == Some(*one)))
            .collect(),
        color: ColorName::ALL
            .iter()
            .map(|one| make.choice(*one, "color", one.as_str(), color == Some(one.as_str())))
            .collect(),
        hex: Some(HexFilter {
            action: path.to_owned(),
            kept: make.others("color"),
            current: color.filter(|color| color.starts_with('#')).map(str::to_owned),
        }),
        order: [SearchOrder::Relevant, SearchOrder::Latest]
            .into_iter()
            .map(|one| make.choice(one, "order_by", one.as_str(), order == one))
            .collect(),
        license: licenses(visit, &make),
        clear_href: has_any(params).then(|| path.to_owned()),
    }
}

/// Whether anything narrows the search.
pub(super) fn has_any(params: &Params) -> bool {
    NAMES.iter().any(|name| params.get(name).is_some())
}

fn licenses(visit: &Visit, make: &Maker<'_>) -> Vec<Choice<String>> {
    let own = visit.app.library().default_license().as_str();
    let current = make.params.get("license");
    let others = LICENSES.into_iter().filter(|id| *id != own);
    let known = std::iter::once(own).chain(others).filter_map(|id| LicenseId::parse(id).ok());
    known
        .map(|license| {
            let is_current = current.is_some_and(|now| now.eq_ignore_ascii_case(license.as_str()));
            make.choice(license.license().title.to_owned(), "license", license.as_str(), is_current)
        })
        .collect()
}

struct Maker<'a> {
    path: &'a str,
    params: &'a Params,
}

impl Maker<'_> {
    /// The search with the value; when it is chosen already, the search without it.
    fn choice<T>(&self, value: T, name: &'static str, word: &str, is_current: bool) -> Choice<T> {
        let others = self.others(name);
        let pairs = others.iter().map(|(name, value)| (name.as_str(), value.clone()));
        let added = (!is_current).then(|| (name, word.to_owned()));
        Choice { value, href: with_query(self.path, pairs.chain(added)), is_current }
    }

    fn others(&self, name: &str) -> Vec<(String, String)> {
        let kept = |own: &str| own != name && NAMES.contains(&own);
        let pairs = self.params.iter().filter(|(own, value)| kept(own) && !value.is_empty());
        pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }
}
