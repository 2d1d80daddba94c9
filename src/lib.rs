//! The Rule of Law Atlas: who supports the rule of law in Central Asia, as a static site.
//!
//! In reading order. Who may import whom is checked by `tests/layers.rs`:
//!
//! - [`domain`] RULES: imports only itself and plain libraries; no Leptos, browser, network, files or clock.
//! - [`words`]: every sentence the visitor reads that is not data; imports `domain`.
//! - `browser`, `fetch`: the only files that touch the window and the network.
//! - `site`: what every component may ask: the data set, the address, whether the page is alive.
//! - `components`: values in, markup out; import the above, never `pages`.
//! - `pages`: one file per page; import the above.
//! - `app`: the frame of every page and the one place where an address chooses its page.
//! - `bin/`: tools. Nothing imports them.

// The type of a view holds the types of all its parts.
#![recursion_limit = "256"]

pub mod domain;
pub mod words;

#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod app;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod browser;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod components;
#[cfg(feature = "hydrate")]
pub mod fetch;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod pages;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod site;
