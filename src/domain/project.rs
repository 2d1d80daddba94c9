//! [`Project`]: one initiative, from one or several sources.

use super::budget::Budget;
use super::party::{Party, Role};
use super::slug::Slug;
use super::source::Source;
use super::stated::{Dated, StatedStatus};
use super::status::Standing;
use super::tongue::Foreign;
use time::Date;

/// One record of the database.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// Its id.
    pub id: Slug,
    /// The title that the first source gives it.
    pub title: String,
    /// Other titles in use.
    pub other_titles: Vec<String>,
    /// What kind of entry it is.
    pub kind: Kind,
    /// The partner countries it works in. Empty when not stated.
    pub countries: Vec<Slug>,
    /// Its types. Empty when not stated.
    pub types: Vec<Slug>,
    /// Who chose the types.
    pub types_by: Option<TypesBy>,
    /// When it runs.
    pub period: Option<Dated>,
    /// The status that a source states, true on the day of that source.
    pub status: Option<StatedStatus>,
    /// Who funds it.
    pub donors: Vec<Party>,
    /// Who carries it out.
    pub implementers: Vec<Party>,
    /// For which institutions or groups.
    pub beneficiaries: Vec<Party>,
    /// What it costs. `None` when no source says.
    pub budget: Option<Budget>,
    /// What it sets out to do, in the editors' words.
    pub objective: Option<String>,
    /// Whom it addresses, in the editors' words.
    pub target_groups: Option<String>,
    /// What it brought or was expected to bring, in the editors' words.
    pub results: Option<String>,
    /// What a reader must know about the record itself.
    pub note: Option<String>,
    /// The programme it is a part of.
    pub part_of: Option<Slug>,
    /// Its predecessors.
    pub follows: Vec<Slug>,
    /// Little more than the title is known.
    pub thin: bool,
    /// What of it is in another language than the wanted one.
    pub foreign: Foreign,
    /// What it all rests on. Never empty.
    pub sources: Vec<Source>,
}

impl Project {
    /// Its status on a day.
    pub fn standing(&self, as_of: Date) -> Standing {
        let period = self.period.as_ref().and_then(|dated| dated.period);
        Standing::new(self.status.as_ref().map(|stated| stated.status), period.as_ref(), as_of)
    }

    /// The language of one of its sources, counted from one, as a BCP 47 tag; `None` when that is not known.
    pub fn language_of(&self, source: usize) -> Option<String> {
        self.sources.get(source.checked_sub(1)?)?.language.clone()
    }

    /// Everybody on it, with their role.
    pub fn parties(&self) -> impl Iterator<Item = (Role, &Party)> {
        Role::ALL.into_iter().flat_map(|role| self.in_role(role).iter().map(move |party| (role, party)))
    }

    /// The parties in one role.
    pub fn in_role(&self, role: Role) -> &[Party] {
        match role {
            Role::Donor => &self.donors,
            Role::Implementer => &self.implementers,
            Role::Beneficiary => &self.beneficiaries,
        }
    }
}

/// What an entry of the database is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A project or programme.
    Project,
    /// Several projects under one heading and one sum.
    Group,
    /// A call for proposals.
    Call,
    /// The work that prepares a project.
    Preparation,
    /// A memorandum or an agreement.
    Agreement,
}

impl Kind {
    /// Every kind with its word in the data.
    pub const TABLE: [(&'static str, Self); 5] = [
        ("project", Self::Project),
        ("group", Self::Group),
        ("call", Self::Call),
        ("preparation", Self::Preparation),
        ("agreement", Self::Agreement),
    ];
}

/// Who gave a project its types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypesBy {
    /// The source uses these words.
    Source,
    /// The editors classified it.
    Editor,
    /// Some from the source, some from the editors.
    Both,
}

impl TypesBy {
    /// Every case with its word in the data.
    pub const TABLE: [(&'static str, Self); 3] =
        [("source", Self::Source), ("editor", Self::Editor), ("both", Self::Both)];
}
