//! [`Strings`]: a string for each row, each distinct one once.

use crate::bytes::{Damaged, Reader, Writer};
use crate::column::Column;
use crate::phrases::Phrases;
use crate::plane::Plane;
use crate::texts::Texts;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A string for each row.
#[derive(Clone, Debug)]
pub(crate) struct Strings {
    pub key: String,
    index: Index,
    texts: Store,
}

/// The distinct strings.
#[derive(Clone, Debug)]
enum Store {
    Plain(Texts),
    Packed(Phrases),
}

impl Store {
    fn of(texts: Texts) -> Self {
        Phrases::of(&texts).map_or(Self::Plain(texts), Self::Packed)
    }

    fn len(&self) -> usize {
        match self {
            Self::Plain(texts) => texts.len(),
            Self::Packed(phrases) => phrases.len(),
        }
    }

    fn get(&self, at: usize) -> Cow<'_, str> {
        match self {
            Self::Plain(texts) => Cow::Borrowed(texts.get(at)),
            Self::Packed(phrases) => Cow::Owned(phrases.get(at)),
        }
    }
}

/// Which string a row has.
#[derive(Clone, Debug)]
enum Index {
    /// Each row its own.
    Row,
    /// The one with the rank of the row in a column: the strings are the column's numbers in words.
    Rank(usize),
    /// The one with the code of the row.
    Code(Plane),
}

impl Strings {
    pub fn of_rows(key: String, rows: usize, of_row: &[String], columns: &[Column]) -> Self {
        let of = |row: usize| of_row.get(row).map_or("", String::as_str);
        for (at, column) in columns.iter().enumerate() {
            if let Some(texts) = by_rank(rows, of, column) {
                return Self { key, index: Index::Rank(at), texts: Store::of(texts) };
            }
        }
        let mut codes: BTreeMap<&str, u32> = (0..rows).map(|row| (of(row), 0)).collect();
        let mut texts = Texts::default();
        if codes.len() > rows / 2 {
            (0..rows).for_each(|row| texts.push(of(row)));
            return Self { key, index: Index::Row, texts: Store::of(texts) };
        }
        for (text, code) in &mut codes {
            *code = texts.len() as u32;
            texts.push(text);
        }
        let mut plane = Plane::new(rows, texts.len() as u32);
        for row in 0..rows {
            plane.set(row as u32, codes.get(of(row)).copied().unwrap_or_default());
        }
        Self { key, index: Index::Code(plane), texts: Store::of(texts) }
    }

    /// The string of a row.
    pub fn get(&self, row: u32, columns: &[Column]) -> Cow<'_, str> {
        let at = match &self.index {
            Index::Row => row as usize,
            Index::Rank(column) => columns.get(*column).map_or(usize::MAX, |column| column.rank(row) as usize),
            Index::Code(plane) => plane.get(row).map_or(usize::MAX, |code| code as usize),
        };
        self.texts.get(at)
    }

    pub fn write(&self, writer: &mut Writer, rows: usize) {
        writer.string(&self.key);
        match &self.index {
            Index::Row => writer.byte(0),
            Index::Rank(column) => {
                writer.byte(1);
                writer.number(*column);
            }
            Index::Code(_) => writer.byte(2),
        }
        match &self.texts {
            Store::Plain(texts) => {
                writer.byte(0);
                texts.write(writer);
            }
            Store::Packed(phrases) => {
                writer.byte(1);
                phrases.write(writer);
            }
        }
        if let Index::Code(plane) = &self.index {
            plane.write(writer, rows, self.texts.len() as u32);
        }
    }

    pub fn read(reader: &mut Reader<'_>, rows: usize, columns: &[Column]) -> Result<Self, Damaged> {
        let key = reader.string()?.to_owned();
        let form = reader.byte()?;
        let column = if form == 1 { reader.number(columns.len().saturating_sub(1))? } else { 0 };
        let texts = match reader.byte()? {
            0 => Store::Plain(Texts::read(reader)?),
            _ => Store::Packed(Phrases::read(reader)?),
        };
        let index = match form {
            0 => Index::Row,
            1 => Index::Rank(column),
            2 => Index::Code(Plane::read(reader, rows, texts.len() as u32)?),
            _ => return Err(Damaged("strings of an unknown form")),
        };
        Ok(Self { key, index, texts })
    }
}

/// The strings by rank, if each rank has one.
fn by_rank<'t>(rows: usize, of: impl Fn(usize) -> &'t str, column: &Column) -> Option<Texts> {
    let mut of_rank: Vec<Option<&str>> = vec![None; column.values().len()];
    for row in 0..rows {
        let known = of_rank.get_mut(column.rank(row as u32) as usize)?;
        match known {
            None => *known = Some(of(row)),
            Some(known) if *known == of(row) => {}
            Some(_) => return None,
        }
    }
    let mut texts = Texts::default();
    of_rank.into_iter().for_each(|text| texts.push(text.unwrap_or_default()));
    Some(texts)
}
