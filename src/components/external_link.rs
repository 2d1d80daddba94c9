//! `<ExternalLink>`: the only maker of links to other hosts.

use super::Piece;
use leptos::prelude::*;

/// A link to another host. The reader has made sure that the address is `http` or `https`.
#[component]
pub fn ExternalLink(
    /// The address.
    href: String,
    /// What the link says.
    text: String,
) -> impl IntoView {
    view! { <a href=href rel="external noopener noreferrer">{text}</a> }.piece()
}
