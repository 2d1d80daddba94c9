//! [`Table`]: rows by columns, and its two forms as bytes.

use crate::bytes::{Damaged, Reader, Writer, open, seal};
use crate::column::{Column, Values};
use crate::draft::{Draft, FacetValue};
use crate::facet::Facet;
use crate::members::Members;
use crate::plane::Plane;
use crate::strings::Strings;
use crate::words::{Text, TextBuilder};
use std::borrow::Cow;
use std::iter;
use std::sync::Arc;

/// Rows that can be asked about. Everything is found by an index, which a key has.
#[derive(Clone, Debug, Default)]
pub struct Table {
    rows: usize,
    facets: Vec<Facet>,
    later: Vec<bool>,
    members: Vec<Members>,
    columns: Vec<Column>,
    strings: Vec<Strings>,
    texts: Option<Vec<Text>>,
    /// The checksum of the bytes that it was read from.
    fingerprint: Option<u64>,
}

const CORE: [u8; 8] = *b"table\0c\x02";
const WORDS: [u8; 8] = *b"table\0w\x01";
/// So many rows a byte are believed before anything is made for them.
const ROWS_A_BYTE: usize = 64;

impl Table {
    /// A table of a draft.
    pub fn new(draft: Draft) -> Self {
        let texts = draft.texts.iter().map(TextBuilder::of_draft).collect();
        Self::with_texts(Draft { texts: Vec::new(), ..draft }, texts)
    }

    /// A table of a draft whose texts were taken row by row.
    pub fn with_texts(draft: Draft, texts: Vec<TextBuilder>) -> Self {
        let rows = draft.rows;
        let mut table = Self { rows, ..Self::default() };
        for facet in draft.facets {
            let of_row = if facet.later { &[] } else { facet.of_row.as_slice() };
            let mut of_row = of_row.iter().map(Vec::as_slice);
            table.members.push(Members::of_rows(rows, facet.values.len(), &mut of_row));
            table.facets.push(Facet::new(facet.key, facet.values));
            table.later.push(facet.later);
        }
        table.columns =
            draft.columns.into_iter().map(|column| Column::of_rows(column.key, rows, &column.of_row)).collect();
        let strings = draft.strings.into_iter();
        table.strings = strings.map(|it| Strings::of_rows(it.key, rows, &it.of_row, &table.columns)).collect();
        table.texts = Some(texts.into_iter().map(|text| text.done(rows)).collect());
        table
    }

    /// Everything but the texts: what the first question without words needs.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        writer.number(self.rows);
        writer.number(self.facets.len());
        for ((facet, members), later) in self.facets.iter().zip(&self.members).zip(&self.later) {
            write_facet(&mut writer, facet);
            writer.byte(u8::from(*later));
            if !later {
                members.write(&mut writer);
            }
        }
        writer.number(self.columns.len());
        for column in &self.columns {
            write_column(&mut writer, column, self.rows);
        }
        writer.number(self.strings.len());
        for strings in &self.strings {
            strings.write(&mut writer, self.rows);
        }
        while writer.len() < self.rows / ROWS_A_BYTE {
            writer.byte(0);
        }
        seal(CORE, writer)
    }

    /// The texts, which may follow later.
    pub fn words_to_bytes(&self) -> Vec<u8> {
        let fingerprint = self.fingerprint.or_else(|| Some(open(CORE, &self.to_bytes()).ok()?.1)).unwrap_or_default();
        let mut writer = Writer::new();
        writer.raw(&fingerprint.to_le_bytes());
        let texts = self.texts.as_deref().unwrap_or_default();
        writer.number(texts.len());
        texts.iter().for_each(|text| text.write(&mut writer));
        seal(WORDS, writer)
    }

    /// Reads what [`Table::to_bytes`] wrote.
    ///
    /// # Errors
    /// When the bytes are something else or were damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Damaged> {
        let (mut reader, fingerprint) = open(CORE, bytes)?;
        reserve(bytes.len() * 3 / 2);
        let most = reader.left().saturating_mul(ROWS_A_BYTE).saturating_add(ROWS_A_BYTE).min(u32::MAX as usize / 2);
        let rows = reader.number(most)?;
        let mut table = Self { rows, fingerprint: Some(fingerprint), ..Self::default() };
        for _ in 0..reader.count()? {
            let facet = read_facet(&mut reader)?;
            let later = reader.byte()? != 0;
            let members = match later {
                true => Members::of_rows(rows, facet.values.len(), &mut iter::empty()),
                false => Members::read(&mut reader, rows, facet.values.len())?,
            };
            table.facets.push(facet);
            table.later.push(later);
            table.members.push(members);
        }
        for _ in 0..reader.count()? {
            table.columns.push(read_column(&mut reader, rows)?);
        }
        for _ in 0..reader.count()? {
            table.strings.push(Strings::read(&mut reader, rows, &table.columns)?);
        }
        Ok(table)
    }

    /// Reads what [`Table::words_to_bytes`] wrote, and keeps it: which row holds which word stays as it stands there.
    ///
    /// # Errors
    /// When the bytes are something else, were damaged, or belong to another table.
    pub fn add_words(&mut self, bytes: Vec<u8>) -> Result<(), Damaged> {
        let bytes = Arc::new(bytes);
        let (mut reader, _) = open(WORDS, &bytes)?;
        let own = self.fingerprint.or_else(|| Some(open(CORE, &self.to_bytes()).ok()?.1));
        if Some(reader.u64()?) != own {
            return Err(Damaged("these are the words of another table"));
        }
        let mut texts = Vec::new();
        for _ in 0..reader.count()? {
            texts.push(Text::read(&mut reader, self.rows, &bytes)?);
        }
        self.texts = Some(texts);
        Ok(())
    }

    /// Whether the texts are there.
    pub fn has_words(&self) -> bool {
        self.texts.is_some()
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The facets with their values.
    pub fn facets(&self) -> &[Facet] {
        &self.facets
    }

    /// The index of a facet.
    pub fn facet(&self, key: &str) -> Option<usize> {
        self.facets.iter().position(|facet| facet.key == key)
    }

    /// The index of a column.
    pub fn column(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }

    /// The index of a text, once the texts are there.
    pub fn text(&self, key: &str) -> Option<usize> {
        self.texts.as_deref()?.iter().position(|text| text.key == key)
    }

    /// The index of a list of strings.
    pub fn strings(&self, key: &str) -> Option<usize> {
        self.strings.iter().position(|strings| strings.key == key)
    }

    /// The values of a row in a facet, in the order of the draft.
    pub fn values_of(&self, facet: usize, row: u32) -> impl Iterator<Item = u32> + '_ {
        self.members.get(facet).into_iter().flat_map(move |members| members.of_row(row))
    }

    /// The number of a row in a column.
    pub fn value(&self, column: usize, row: u32) -> Option<i64> {
        self.columns.get(column)?.value(row)
    }

    /// The string of a row.
    pub fn string(&self, strings: usize, row: u32) -> Cow<'_, str> {
        self.strings.get(strings).map_or(Cow::Borrowed(""), |strings| strings.get(row, &self.columns))
    }

    /// Tells which rows have which values of a facet, as in a draft: for each row the indices of its values.
    pub fn set_facet(&mut self, facet: usize, of_row: &mut dyn Iterator<Item = &[u32]>) {
        if let (Some(known), Some(members)) = (self.facets.get(facet), self.members.get_mut(facet)) {
            *members = Members::of_rows(self.rows, known.values.len(), of_row);
        }
    }

    /// The same where a row has one value at most: the code of each row, any unknown one for none.
    pub fn set_codes(&mut self, facet: usize, codes: &[u16]) {
        if let (Some(known), Some(members)) = (self.facets.get(facet), self.members.get_mut(facet)) {
            *members = Members::of_codes(self.rows, known.values.len(), codes);
        }
    }

    /// Gives a facet other values. No row has any of them until the rows are told.
    pub fn set_values(&mut self, facet: usize, values: Vec<FacetValue>) {
        if let (Some(known), Some(members)) = (self.facets.get_mut(facet), self.members.get_mut(facet)) {
            *members = Members::of_rows(self.rows, values.len(), &mut iter::empty());
            *known = Facet::new(std::mem::take(&mut known.key), values);
        }
    }

    /// Each word of a text with the number of rows that hold it, in order of code points.
    pub fn words(&self, text: usize) -> impl Iterator<Item = (&str, u32)> {
        self.texts.as_deref().and_then(|texts| texts.get(text)).into_iter().flat_map(Text::words)
    }

    pub(crate) fn members(&self) -> &[Members] {
        &self.members
    }

    pub(crate) fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub(crate) fn texts_mut(&mut self) -> &mut [Text] {
        self.texts.as_deref_mut().unwrap_or_default()
    }
}

/// Has the memory grow at once by about what will be needed: a browser takes its time for each of hundreds of steps.
fn reserve(bytes: usize) {
    drop(std::hint::black_box(Vec::<u8>::with_capacity(bytes)));
}

fn write_facet(writer: &mut Writer, facet: &Facet) {
    writer.string(&facet.key);
    writer.number(facet.values.len());
    for value in &facet.values {
        writer.string(&value.id);
        writer.string(&value.label);
    }
}

fn read_facet(reader: &mut Reader<'_>) -> Result<Facet, Damaged> {
    let key = reader.string()?.to_owned();
    let mut values = Vec::new();
    for _ in 0..reader.count()? {
        values.push(FacetValue { id: reader.string()?.to_owned(), label: reader.string()?.to_owned() });
    }
    Ok(Facet::new(key, values))
}

fn write_column(writer: &mut Writer, column: &Column, rows: usize) {
    writer.string(&column.key);
    let values = column.values();
    writer.number(values.len());
    match values {
        Values::Even { first, step, .. } => {
            writer.byte(0);
            writer.signed(*first);
            writer.signed(*step);
        }
        Values::List(list) => {
            writer.byte(1);
            let mut last = 0;
            for value in list {
                writer.signed(value.wrapping_sub(last));
                last = *value;
            }
        }
    }
    column.ranks().write(writer, rows, values.len() as u32);
}

fn read_column(reader: &mut Reader<'_>, rows: usize) -> Result<Column, Damaged> {
    let key = reader.string()?.to_owned();
    let count = reader.number(rows)?;
    let values = match reader.byte()? {
        0 => {
            let (first, step) = (reader.signed()?, reader.signed()?);
            let gaps = i64::try_from(count.saturating_sub(1)).ok();
            let last = gaps.and_then(|gaps| step.checked_mul(gaps)?.checked_add(first));
            if step <= 0 || last.is_none() {
                return Err(Damaged("the numbers of a column are not in order"));
            }
            Values::Even { first, step, count }
        }
        _ => Values::read(reader, count)?,
    };
    let ranks = Plane::read(reader, rows, count as u32)?;
    Ok(Column::new(key, rows, values, ranks))
}
