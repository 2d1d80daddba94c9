//! [`Sharing`]: the files by which the site is found and passed on, all of them, for one language.

use crate::calendar::calendar;
use crate::colours::Colours;
use crate::feed::feed;
use crate::head::Found;
use crate::json_ld::Coverage;
use crate::manifest::manifest;
use crate::open_search::open_search;
use crate::picture::{Said, icons};
use crate::place::Place;
use crate::robots::robots;
use atlas::domain::dataset::Dataset;
use atlas::domain::file::SiteFile;
use atlas::words::words;
use std::fs;

/// The site's icon, which the pages show as it is, and of which the others are made.
const ICON: &str = "public/favicon.svg";

/// What the files are made of.
pub struct Sharing<'d> {
    said: Said<'d>,
    colours: Colours,
    coverage: Coverage,
    icon: String,
}

impl<'d> Sharing<'d> {
    /// For a whole data set, in the colours of these styles.
    ///
    /// # Errors
    /// When the styles lack a colour, or the icon cannot be read.
    pub fn of(dataset: &'d Dataset, styles: &str) -> Result<Self, String> {
        let said = Said {
            title: &dataset.meta.title,
            tagline: words().tagline,
            projects: dataset.projects.len(),
            countries: dataset.countries.len(),
            as_of: dataset.meta.as_of,
        };
        let icon = fs::read_to_string(ICON).map_err(|error| format!("{ICON}: {error}"))?;
        Ok(Self { said, colours: Colours::of(styles)?, coverage: Coverage::of(dataset), icon })
    }

    /// What the heads of all pages tell.
    pub fn found(&self) -> Found {
        Found { coverage: self.coverage, colours: self.colours.clone(), picture: self.said.alternative() }
    }

    /// The files with their contents.
    ///
    /// # Errors
    /// When one of them cannot be made.
    pub fn files(&self, place: &Place<'_>, dataset: &Dataset) -> Result<Vec<(SiteFile, Vec<u8>)>, String> {
        let mut files = icons(&self.icon, &self.colours)?;
        files.push((SiteFile::Picture, self.said.picture(&self.icon, &self.colours)?));
        files.push((SiteFile::Manifest, manifest(place, self.said.title, &self.colours).into_bytes()));
        files.push((SiteFile::Robots, robots(place).into_bytes()));
        if let Some(search) = open_search(place, self.said.title)? {
            files.push((SiteFile::Search, search.into_bytes()));
        }
        for country in std::iter::once(None).chain(dataset.countries.iter().map(Some)) {
            let of = country.map(|country| country.id.clone());
            files.push((SiteFile::Feed(of.clone()), feed(place, dataset, country)?.into_bytes()));
            files.push((SiteFile::Calendar(of), calendar(place, dataset, country)));
        }
        Ok(files)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::bundled;
    use crate::place::tests::{NOWHERE, PORTAL};

    #[test]
    fn every_file_is_made_once() {
        let dataset = bundled();
        let sharing = Sharing::of(&dataset, include_str!("../../../style/tokens.css")).unwrap();
        for (place, count) in [(NOWHERE, 6), (PORTAL, 7)] {
            let files = sharing.files(&place, &dataset).unwrap();
            assert_eq!(files.len(), count + 2 * (dataset.countries.len() + 1));
            for (at, (file, bytes)) in files.iter().enumerate() {
                assert!(!bytes.is_empty(), "{}", file.path());
                assert!(files[..at].iter().all(|(other, _)| other != file), "{}", file.path());
            }
        }
    }
}
