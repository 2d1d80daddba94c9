//! [`Organisation`]: a body that funds, carries out or benefits. Those are roles on a project, not kinds of body.

use super::slug::Slug;

/// A donor, an implementer, an institution.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    /// Its id.
    pub id: Slug,
    /// Its usual name in English.
    pub name: String,
    /// Other names, abbreviations and spellings that sources use.
    pub aliases: Vec<String>,
    /// What kind of body it is, where known.
    pub kind: Option<Kind>,
    /// The partner country whose body it is.
    pub country: Option<Slug>,
    /// The body it is a part of: an agency of a state, a country office.
    pub part_of: Option<Slug>,
}

/// IATI's OrganisationType, by the words of its code list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// IATI 10.
    Government,
    /// IATI 11.
    LocalGovernment,
    /// IATI 15.
    OtherPublicSector,
    /// IATI 21.
    InternationalNgo,
    /// IATI 22.
    NationalNgo,
    /// IATI 23.
    RegionalNgo,
    /// IATI 40.
    Multilateral,
    /// IATI 60.
    Foundation,
    /// IATI 70.
    PrivateSector,
    /// IATI 80.
    Academic,
    /// IATI 90.
    Other,
}

impl Kind {
    /// Every kind with the word that stands for it in the data.
    pub const TABLE: [(&'static str, Self); 11] = [
        ("Government", Self::Government),
        ("Local Government", Self::LocalGovernment),
        ("Other Public Sector", Self::OtherPublicSector),
        ("International NGO", Self::InternationalNgo),
        ("National NGO", Self::NationalNgo),
        ("Regional NGO", Self::RegionalNgo),
        ("Multilateral", Self::Multilateral),
        ("Foundation", Self::Foundation),
        ("Private Sector", Self::PrivateSector),
        ("Academic, Training and Research", Self::Academic),
        ("Other", Self::Other),
    ];
}
