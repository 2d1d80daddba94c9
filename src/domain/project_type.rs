//! [`ProjectType`]: a subject of the work, such as access to justice.

use super::slug::Slug;

/// A type of project: the site's own list, mapped to the OECD DAC's purpose codes.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectType {
    /// Its id.
    pub id: Slug,
    /// Its name in English.
    pub name: String,
    /// The words of sources that are read as this type.
    pub aliases: Vec<String>,
    /// OECD DAC CRS purpose codes that it falls under, five digits each.
    pub dac: Vec<String>,
}
