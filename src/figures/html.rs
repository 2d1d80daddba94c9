//! [`Html`]: markup as text. It is made by [`tag`] and [`text`] only, so that no text can become markup.

/// Markup in which every text is escaped.
pub struct Html(String);

impl Html {
    /// The markup.
    pub fn into_text(self) -> String {
        self.0
    }
}

/// A text.
pub fn text(text: &str) -> Html {
    let mut html = String::new();
    escape(&mut html, text);
    Html(html)
}

/// An element with its attributes and what it holds.
pub fn tag(name: &'static str, attributes: &[(&'static str, &str)], inside: &[Html]) -> Html {
    let mut html = String::new();
    html.push('<');
    html.push_str(name);
    for (key, value) in attributes {
        html.push(' ');
        html.push_str(key);
        html.push_str("=\"");
        escape(&mut html, value);
        html.push('"');
    }
    html.push('>');
    for part in inside {
        html.push_str(&part.0);
    }
    html.push_str("</");
    html.push_str(name);
    html.push('>');
    Html(html)
}

fn escape(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            letter => html.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_a_text() {
        let html = tag("a", &[("href", "/?a=1&b=\"><script>")], &[text("<b> & \"c\""), tag("b", &[], &[])]);
        assert_eq!(html.0, "<a href=\"/?a=1&amp;b=&quot;&gt;&lt;script&gt;\">&lt;b&gt; &amp; &quot;c&quot;<b></b></a>");
    }
}
