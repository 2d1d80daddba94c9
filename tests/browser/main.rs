//! The release bundle in a real browser, under the strict policy that hosts can set. `cargo atlas test` builds the two
//! bundles and puts the browser and its driver on the path; see `site.rs`.

mod browser;
mod server;
mod site;

mod alive;
mod failing;
mod files;
mod narrow;
mod navigation;
mod pages;
