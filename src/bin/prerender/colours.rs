//! [`Colours`]: the colours that stand outside of the style sheet, taken from it, so that they are written once.

/// The colours of the site, as CSS writes them: `#12436d`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colours {
    /// Behind the name of the site, in the light theme.
    pub brand: String,
    /// The same in the dark theme.
    pub brand_dark: String,
    /// On either.
    pub on_brand: String,
    /// What stands out.
    pub accent: String,
    /// Behind everything else.
    pub paper: String,
}

impl Colours {
    /// Reads them from the style sheet, which names the light theme's first.
    ///
    /// # Errors
    /// When a colour is missing, with its name.
    pub fn of(styles: &str) -> Result<Self, String> {
        let nth = |name: &str, at: usize| {
            let missing = || format!("the styles name no {name}");
            let rest = styles.split(&format!(" {name}:")).nth(at + 1).ok_or_else(missing)?;
            let colour = rest.split(';').next().unwrap_or_default().trim();
            let digits = colour.strip_prefix('#').ok_or_else(missing)?;
            let good = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            if good { Ok(colour.to_owned()) } else { Err(missing()) }
        };
        Ok(Self {
            brand: nth("--brand", 0)?,
            brand_dark: nth("--brand", 1)?,
            on_brand: nth("--brand-ink", 0)?,
            accent: nth("--focus", 0)?,
            paper: nth("--paper", 0)?,
        })
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// Those of the site.
    pub fn of_the_site() -> Colours {
        Colours::of(include_str!("../../../style/tokens.css")).unwrap()
    }

    #[test]
    fn the_style_sheet_names_every_colour() {
        let colours = of_the_site();
        assert_ne!(colours.brand, colours.brand_dark);
        assert!(include_str!("../../../public/favicon.svg").contains(&colours.brand), "the icon has another colour");
        assert!(Colours::of(":root { --brand: red; }").is_err());
    }
}
