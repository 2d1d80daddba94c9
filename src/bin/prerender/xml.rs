//! Writing XML: elements in elements, everything escaped.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// An element being written into.
pub struct Element<'w> {
    writer: &'w mut Writer<Vec<u8>>,
}

/// A document with this root and these attributes of it, filled by `fill`.
///
/// # Errors
/// When the library refuses what is to be written.
pub fn document(
    root: &str,
    attributes: &[(&str, &str)],
    fill: impl FnOnce(&mut Element<'_>) -> io::Result<()>,
) -> Result<String, String> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    let write = || {
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Element { writer: &mut writer }.element(root, attributes, fill)
    };
    write().map_err(|error| error.to_string())?;
    let mut text = String::from_utf8(writer.into_inner()).map_err(|error| error.to_string())?;
    text.push('\n');
    Ok(text)
}

impl Element<'_> {
    /// An element with elements in it.
    ///
    /// # Errors
    /// When the library refuses what is to be written.
    pub fn element(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        fill: impl FnOnce(&mut Element<'_>) -> io::Result<()>,
    ) -> io::Result<()> {
        let attributes = cleaned(attributes);
        let element = self.writer.create_element(name).with_attributes(borrowed(&attributes));
        element.write_inner_content(|writer| fill(&mut Element { writer })).map(|_| ())
    }

    /// An element with text in it.
    ///
    /// # Errors
    /// As [`Element::element`].
    pub fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
        let attributes = cleaned(attributes);
        let element = self.writer.create_element(name).with_attributes(borrowed(&attributes));
        element.write_text_content(BytesText::new(&clean(text))).map(|_| ())
    }

    /// An element with nothing in it.
    ///
    /// # Errors
    /// As [`Element::element`].
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        let attributes = cleaned(attributes);
        self.writer.create_element(name).with_attributes(borrowed(&attributes)).write_empty().map(|_| ())
    }
}

/// Attributes without what XML cannot hold.
fn cleaned<'a>(attributes: &[(&'a str, &str)]) -> Vec<(&'a str, String)> {
    attributes.iter().map(|(name, value)| (*name, clean(value))).collect()
}

fn borrowed<'a>(attributes: &'a [(&str, String)]) -> impl Iterator<Item = (&'a str, &'a str)> {
    attributes.iter().map(|(name, value)| (*name, value.as_str()))
}

/// A text without the characters that XML cannot hold, escaped or not.
fn clean(text: &str) -> String {
    let held =
        |c: &char| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.chars().filter(held).collect()
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use quick_xml::Reader;

    /// The attributes of an element, by name and value.
    pub type Attributes = Vec<(String, String)>;

    /// The elements of a document in order, each with its attributes and the text that stands directly in it.
    fn read(xml: &str) -> Vec<(String, Attributes, String)> {
        let mut reader = Reader::from_str(xml);
        let (mut found, mut open) = (Vec::new(), Vec::new());
        loop {
            let event = reader.read_event().unwrap();
            match &event {
                Event::Start(it) | Event::Empty(it) => {
                    let attributes = it.attributes().map(|it| {
                        let it = it.unwrap();
                        let value = quick_xml::escape::unescape(&it.value).unwrap();
                        (it.key.as_ref().to_owned(), value.into_owned())
                    });
                    let name = it.name().as_ref().to_owned();
                    found.push((name, attributes.collect(), String::new()));
                    if matches!(event, Event::Start(_)) {
                        open.push(found.len() - 1);
                    }
                }
                Event::Text(it) => {
                    if let Some(at) = open.last() {
                        found[*at].2.push_str(it);
                    }
                }
                Event::GeneralRef(it) => {
                    let reference = format!("&{};", &**it);
                    found[*open.last().unwrap()].2.push_str(&quick_xml::escape::unescape(&reference).unwrap());
                }
                Event::End(_) => {
                    open.pop();
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert!(open.is_empty());
        found
    }

    /// The texts of all elements of a name.
    pub fn texts(xml: &str, name: &str) -> Vec<String> {
        read(xml).into_iter().filter(|it| it.0 == name).map(|it| it.2).collect()
    }

    /// The attributes of all elements of a name.
    pub fn attributes(xml: &str, name: &str) -> Vec<Attributes> {
        read(xml).into_iter().filter(|it| it.0 == name).map(|it| it.1).collect()
    }

    #[test]
    fn hostile_texts_come_back() {
        let hostile = "a <b> & \"c\" ]]> ўқ\u{b}\u{0}";
        let xml = document("root", &[("x", hostile)], |root| {
            root.text("t", &[], hostile)?;
            root.element("e", &[], |e| e.empty("i", &[("y", "z")]))
        });
        let xml = xml.unwrap();
        assert_eq!(texts(&xml, "t"), ["a <b> & \"c\" ]]> ўқ"]);
        assert_eq!(attributes(&xml, "root")[0][0].1, "a <b> & \"c\" ]]> ўқ");
        assert_eq!(attributes(&xml, "i"), [[("y".to_owned(), "z".to_owned())]]);
    }
}
