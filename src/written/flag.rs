//! `<Flag>`: the flag of a country, beside its name.

use crate::components::Piece;
use crate::site::use_site;
use leptos::prelude::*;

/// The flags that are there, `public/flags/kz.svg`: ISO 3166-1 code, and the width of a flag 30 high. Where they come from
/// is said in `public/flags/LICENCE.txt`.
const FLAGS: [(&str, u32); 5] = [("KZ", 60), ("KG", 50), ("TJ", 60), ("TM", 45), ("UZ", 60)];

/// The flag; nothing for a country whose flag is not there. It says nothing that its name does not.
#[component]
pub fn Flag<'c>(
    /// The ISO 3166-1 code.
    code: &'c str,
) -> AnyView {
    let site = use_site();
    let found = FLAGS.into_iter().find(|(known, _)| *known == code);
    let flag = found.map(|(code, width)| {
        let src = site.file(&format!("flags/{}.svg", code.to_lowercase()));
        view! { <img class="flag" src=src alt="" width=width.to_string() height="30"/> }.piece()
    });
    flag.into_any()
}
