//! The release bundle in a real browser, under the strict policy that hosts can set. `cargo atlas test` builds the two
//! bundles and puts the browser and its driver on the path; see `site.rs`.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod browser;
mod hands;
#[path = "../hostile/strings.rs"]
mod hostile_strings;
mod list;
#[path = "../naive/mod.rs"]
mod oracle;
mod server;
mod site;
mod templates;
#[cfg(unix)]
#[path = "../trunk/mod.rs"]
mod trunk;

mod alive;
mod axe;
mod budgets;
mod cold;
mod failing;
mod files;
mod forms;
mod gallery;
mod going_on;
mod hostile;
mod hosts;
mod interactions;
mod keyboard;
mod lighthouse;
mod narrow;
mod navigation;
mod newcomer;
mod pages;
mod printing;
#[cfg(unix)]
mod real_hosts;
#[cfg(unix)]
mod releases;
mod steps;
mod timeline;
mod tree;
mod turns;
mod visitors_choices;
mod written;
