//! The picture that stands beside a link to the site, and the icons: drawn from SVG where the site is built, with letters
//! that come with the program, so that every machine makes the same bytes.

use crate::colours::Colours;
use crate::escape::escape;
use crate::manifest::ICONS;
use atlas::domain::file::SiteFile;
use atlas::words::found as say;
use atlas::words::words;
use notosans::{BOLD_TTF, REGULAR_TTF};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::Arc;
use time::Date;

/// The size of the picture, as those who show it recommend.
pub const SIZE: (u32, u32) = (1200, 630);

/// The size of the icon for the home screens of Apple's devices.
const TOUCH: u32 = 180;

/// What the picture says.
pub struct Said<'s> {
    /// The name of the site.
    pub title: &'s str,
    /// What it is about.
    pub tagline: &'s str,
    /// How many projects.
    pub projects: usize,
    /// In how many countries.
    pub countries: usize,
    /// The day of the data.
    pub as_of: Date,
}

impl Said<'_> {
    /// The picture in words.
    pub fn alternative(&self) -> String {
        let figures = words().picture_figures(self.projects, self.countries);
        say::picture_text(self.title, self.tagline, &figures, self.as_of)
    }

    /// The picture as PNG. `icon` is the site's icon, an SVG.
    ///
    /// # Errors
    /// When the icon cannot be drawn.
    pub fn picture(&self, icon: &str, colours: &Colours) -> Result<Vec<u8>, String> {
        let mut fonts = fontdb::Database::new();
        for font in [REGULAR_TTF, BOLD_TTF] {
            fonts.load_font_data(font.to_vec());
        }
        let options = Options { fontdb: Arc::new(fonts), font_family: FONT.into(), ..Options::default() };
        let tree = Tree::from_str(&self.svg(icon, colours)?, &options).map_err(|error| error.to_string())?;
        png(&tree, SIZE, None)
    }

    /// The picture as SVG.
    ///
    /// # Errors
    /// When the icon is no SVG.
    pub fn svg(&self, icon: &str, colours: &Colours) -> Result<String, String> {
        let Colours { brand, on_brand, accent, .. } = colours;
        let (width, height) = SIZE;
        let icon = icon.find("<svg").map(|at| &icon[at + 4..]).ok_or("the icon is no SVG")?;
        let mut lines = String::new();
        let mut y = TOP;
        for (size, weight, parts) in laid_out(self.title, self.tagline) {
            for part in parts {
                y += size;
                lines.push_str(&format!(
                    "<text x=\"{MARGIN}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\">{}</text>",
                    escape(&part)
                ));
                y += size / 6;
            }
            y += GAP;
        }
        // One line of text, so that the next part stands where the last one ends.
        let figures: Vec<String> = words()
            .picture_figures(self.projects, self.countries)
            .iter()
            .map(|(number, what)| {
                format!(
                    "<tspan font-size=\"60\" font-weight=\"700\">{}</tspan><tspan> {}</tspan>",
                    escape(number),
                    escape(what)
                )
            })
            .collect();
        let (figures, day) = (figures.join("<tspan>   </tspan>"), escape(&words().data_of(self.as_of)));
        let right = width - MARGIN;
        Ok(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{brand}\"/>\
             <svg x=\"{}\" y=\"64\" width=\"144\" height=\"144\"{icon}\
             <rect x=\"{MARGIN}\" y=\"{LINE}\" width=\"{}\" height=\"4\" fill=\"{accent}\"/>\
             <g fill=\"{on_brand}\" font-family=\"{FONT}\">{lines}\
             <text x=\"{MARGIN}\" y=\"556\" font-size=\"34\" xml:space=\"preserve\">{figures}</text>\
             <text x=\"{right}\" y=\"556\" font-size=\"28\" text-anchor=\"end\">{day}</text></g></svg>",
            // What is drawn in the icon begins at 6 of its 32 parts.
            MARGIN - 144 * 6 / 32,
            width - 2 * MARGIN,
        ))
    }
}

/// The icons: which file each is, and its PNG. `icon` is the site's icon, an SVG.
///
/// # Errors
/// When the icon cannot be drawn.
pub fn icons(icon: &str, colours: &Colours) -> Result<Vec<(SiteFile, Vec<u8>)>, String> {
    let tree = Tree::from_str(icon, &Options::default()).map_err(|error| error.to_string())?;
    let mut icons = Vec::new();
    for size in ICONS {
        icons.push((SiteFile::IconOf(size), png(&tree, (size, size), None)?));
    }
    // Apple's devices show black where an icon is transparent, and round its corners themselves.
    icons.push((SiteFile::TouchIcon, png(&tree, (TOUCH, TOUCH), Some(&colours.brand))?));
    Ok(icons)
}

/// The letters' family.
const FONT: &str = "Noto Sans";

/// How far from the sides the picture begins.
const MARGIN: u32 = 80;

/// A drawing in so many pixels, over a colour or nothing.
fn png(tree: &Tree, (width, height): (u32, u32), background: Option<&str>) -> Result<Vec<u8>, String> {
    let mut pixels = Pixmap::new(width, height).ok_or("a picture without size")?;
    if let Some(colour) = background {
        let part = |at: usize| colour.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let (red, green, blue) = (part(1), part(3), part(5));
        pixels.fill(Color::from_rgba8(red.unwrap_or(0), green.unwrap_or(0), blue.unwrap_or(0), u8::MAX));
    }
    let size = tree.size();
    let (x, y) = (width as f32 / size.width(), height as f32 / size.height());
    resvg::render(tree, Transform::from_scale(x, y), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| error.to_string())
}

/// Where the words begin, and the line below them.
const TOP: u32 = 232;
const LINE: u32 = 474;

/// What is free below the name and below the tagline.
const GAP: u32 = 10;

/// The name and the tagline in lines, with the size and the weight of their letters: as large as they have room.
fn laid_out(title: &str, tagline: &str) -> [(u32, u32, Vec<String>); 2] {
    let of_size = |size: u32| {
        let small = size * 11 / 21;
        [(size, 700, wrapped(title, size, 62)), (small, 400, wrapped(tagline, small, 53))]
    };
    let height = |parts: &[(u32, u32, Vec<String>)]| -> u32 {
        parts.iter().map(|(size, _, lines)| lines.len() as u32 * (size + size / 6) + GAP).sum()
    };
    let fits = |size: &u32| height(&of_size(*size)) <= LINE - TOP;
    of_size((20..=84).rev().find(fits).unwrap_or(20))
}

/// A text in lines between the margins. `width` is that of a letter on the average, in hundredths of its size.
fn wrapped(text: &str, size: u32, width: u32) -> Vec<String> {
    let most = ((SIZE.0 - 2 * MARGIN) * 100 / (size * width)) as usize;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::colours::tests::of_the_site;

    const ICON: &str = include_str!("../../../public/favicon.svg");

    fn said(title: &'static str, tagline: &'static str) -> Said<'static> {
        let as_of = Date::from_calendar_date(2026, time::Month::November, 22).unwrap();
        Said { title, tagline, projects: 252, countries: 5, as_of }
    }

    /// The width and the height in the head of a PNG.
    fn size(png: &[u8]) -> (u32, u32) {
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        (number(16), number(20))
    }

    /// How many pixels have the colour of the letters.
    fn letters(png: &[u8]) -> usize {
        let pixels = Pixmap::decode_png(png).unwrap();
        pixels.pixels().iter().filter(|it| (it.red(), it.green(), it.blue()) == (255, 255, 255)).count()
    }

    #[test]
    fn the_picture_has_its_size_and_is_the_same_each_time() {
        let said = said("Rule of Law Atlas", "Who supports the rule of law in Central Asia");
        let picture = said.picture(ICON, &of_the_site()).unwrap();
        assert_eq!(size(&picture), SIZE);
        assert_eq!(picture, said.picture(ICON, &of_the_site()).unwrap());
        assert!(picture.len() < 100_000, "{} bytes", picture.len());
        assert_eq!(
            said.alternative(),
            "Rule of Law Atlas: Who supports the rule of law in Central Asia. 252 projects, 5 countries. Data of 22 November 2026."
        );
    }

    #[test]
    fn cyrillic_letters_are_drawn_and_hostile_ones_do_no_harm() {
        let bare = letters(&said("", "").picture(ICON, &of_the_site()).unwrap());
        let cyrillic = said("Атлас", "верховенства права").picture(ICON, &of_the_site()).unwrap();
        let cyrillic = letters(&cyrillic);
        assert!(cyrillic > bare + 5_000, "{bare} {cyrillic}");
        said("<&\">", "]]>").picture(ICON, &of_the_site()).unwrap();
    }

    #[test]
    fn long_names_stay_above_the_line() {
        let long = "Атлас верховенства права и надлежащего управления в странах Центральной Азии";
        for (title, tagline) in [("Atlas", "Short"), (long, "Short"), ("Atlas", long), (long, long)] {
            let lines = laid_out(title, tagline);
            let height: u32 = lines.iter().map(|(size, _, lines)| lines.len() as u32 * (size + size / 6) + GAP).sum();
            assert!(height <= LINE - TOP && lines[1].0 >= 24, "{lines:?}");
        }
        let [name, tagline] = laid_out("Rule of Law Atlas", "Who supports the rule of law in Central Asia");
        assert_eq!((name.2.len(), tagline.2.len()), (1, 1));
    }

    #[test]
    fn icons_have_their_sizes_and_apples_has_no_holes() {
        let icons = icons(ICON, &of_the_site()).unwrap();
        let sizes: Vec<(u32, u32)> = icons.iter().map(|(_, png)| size(png)).collect();
        assert_eq!(sizes, [(192, 192), (512, 512), (180, 180)]);
        let corner = |png: &[u8]| Pixmap::decode_png(png).unwrap().pixels()[0].alpha();
        assert_eq!(icons.iter().map(|(_, png)| corner(png)).collect::<Vec<_>>(), [0, 0, 255]);
    }
}
