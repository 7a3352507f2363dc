//! Writes every page with varied samples into a folder, to be looked at:
//! `cargo run -p tintype-pages --example preview -- FOLDER`, then serve the folder at `/`.
//! `csp.txt` there names each page's Content-Security-Policy.

mod accounts;
mod calls;
mod pictures;
mod samples;

use std::fmt::Write as _;
use std::path::Path;

use tintype_pages::{Page, asset};

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "preview".to_owned());
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder.join("assets"))?;
    std::fs::create_dir_all(folder.join("pictures"))?;
    let cards = pictures::cards(folder)?;
    let mut policies = String::new();
    for (name, page) in samples::pages(&cards) {
        std::fs::write(folder.join(format!("{name}.html")), &page.html)?;
        write_assets(folder, &page)?;
        let hash = page.style_hash.unwrap_or_default();
        let _ = writeln!(policies, "{name} {hash}");
        println!("{name}: {} bytes", page.html.len());
    }
    std::fs::write(folder.join("csp.txt"), policies)
}

/// All files that a page or another file names.
fn write_assets(folder: &Path, page: &Page) -> std::io::Result<()> {
    let mut texts = vec![page.html.clone()];
    while let Some(text) = texts.pop() {
        for piece in text.split(['"', '\'']) {
            let name = piece.strip_prefix("/assets/").or_else(|| piece.strip_prefix("./"));
            let Some((name, found)) = name.and_then(|name| Some((name, asset(name)?))) else {
                continue;
            };
            let path = folder.join("assets").join(name);
            if !path.exists() {
                std::fs::write(path, found.bytes)?;
                texts.push(String::from_utf8_lossy(found.bytes).into_owned());
            }
        }
    }
    Ok(())
}
