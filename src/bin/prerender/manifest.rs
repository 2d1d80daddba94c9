//! The web app manifest: what a browser calls the site where it is kept among apps, and shows it with.

use crate::colours::Colours;
use crate::place::Place;
use atlas::domain::file::SiteFile;
use atlas::domain::route::Route;
use atlas::words::words;
use serde_json::json;

/// The sizes of the icons that browsers ask for.
pub const ICONS: [u32; 2] = [192, 512];

/// How long a name may be that stands under an icon.
const SHORT: usize = 12;

/// The manifest. Its addresses are paths, so that it holds wherever the site stands.
pub fn manifest(place: &Place<'_>, title: &str, colours: &Colours) -> String {
    let home = Route::Home.href(place.pages);
    // Not the drawn one, which every page has: browsers would fetch it twice.
    let icons = ICONS.map(|size| {
        let sizes = format!("{size}x{size}");
        json!({ "src": place.path(&SiteFile::IconOf(size)), "type": "image/png", "sizes": sizes })
    });
    let manifest = json!({
        "name": title,
        "short_name": shortened(title, SHORT),
        "description": words().tagline,
        "lang": place.language,
        "dir": "ltr",
        "start_url": home,
        "scope": home,
        // Pages need the way back and an address that can be passed on.
        "display": "minimal-ui",
        "background_color": colours.paper,
        "theme_color": colours.brand,
        "icons": icons,
    });
    format!("{manifest:#}\n")
}

/// The first words of a name that fit; at least its first letters.
pub fn shortened(name: &str, most: usize) -> String {
    let mut short = String::new();
    for word in name.split_whitespace() {
        let length = short.chars().count() + usize::from(!short.is_empty()) + word.chars().count();
        if length > most {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() { name.chars().take(most).collect() } else { short }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::colours::tests::of_the_site;
    use crate::place::tests::{NOWHERE, OTHER, PORTAL};
    use serde_json::Value;

    #[test]
    fn its_addresses_stand_below_the_base() {
        for (place, pages, base) in
            [(NOWHERE, "/", "/"), (PORTAL, "/portal/", "/portal/"), (OTHER, "/portal/ru/", "/portal/")]
        {
            let json: Value = serde_json::from_str(&manifest(&place, "Rule of Law Atlas", &of_the_site())).unwrap();
            assert_eq!(json["start_url"], pages);
            assert_eq!(json["scope"], pages);
            assert_eq!(json["lang"], place.language);
            let icons = json["icons"].as_array().unwrap();
            assert_eq!(icons.len(), ICONS.len());
            for icon in icons {
                assert!(icon["src"].as_str().unwrap().starts_with(base), "{icon}");
            }
        }
    }

    #[test]
    fn a_name_is_cut_between_words() {
        assert_eq!(shortened("Rule of Law Atlas", 12), "Rule of Law");
        assert_eq!(shortened("Rule of Law Atlas", 16), "Rule of Law");
        assert_eq!(shortened("Atlas", 12), "Atlas");
        assert_eq!(shortened("Rechtsstaatlichkeit", 12), "Rechtsstaatl");
    }
}
