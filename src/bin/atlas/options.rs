//! [`Options`]: what stands after a command, read by the command's own usage line.

use std::env;
use std::path::PathBuf;

/// The options and the argument of one call.
#[derive(Debug, Default)]
pub struct Options {
    /// The folder in which the command was typed.
    typed_in: PathBuf,
    values: Vec<(String, String)>,
    argument: Option<String>,
}

impl Options {
    /// Reads the words after a command. `usage` is what the help prints for it: `--out DIR [--json] [--port N]`;
    /// nothing else is accepted. That something without brackets is there, the command sees to itself.
    pub fn parse(usage: &str, words: impl Iterator<Item = String>) -> Result<Self, String> {
        let known = parts(usage);
        let takes_argument = known.iter().any(|part| !part.starts_with("--"));
        let mut options = Self { typed_in: env::current_dir().unwrap_or_default(), ..Self::default() };
        let mut words = words;
        while let Some(word) = words.next() {
            let (name, given) = match word.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name.to_owned(), Some(value.to_owned())),
                _ => (word, None),
            };
            let form = known.iter().find(|part| part.split(' ').next() == Some(&name));
            match form {
                Some(form) if form.contains(' ') => {
                    let value = given.or_else(|| words.next()).ok_or_else(|| format!("{name} needs a value"))?;
                    options.values.push((name, value));
                }
                Some(_) => options.values.push((name, String::new())),
                None if !name.starts_with('-') && takes_argument && options.argument.is_none() => {
                    options.argument = Some(name);
                }
                None => return Err(format!("\"{name}\" is not understood here")),
            }
        }
        Ok(options)
    }

    /// The option was given.
    pub fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// The value of an option, the last one if it was given twice.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The folder that an option names, as an absolute path.
    pub fn folder(&self, name: &str) -> Option<PathBuf> {
        self.value(name).map(|path| self.typed_in.join(path))
    }

    /// The argument.
    pub fn argument(&self) -> Option<&str> {
        self.argument.as_deref()
    }

    /// The folder that the argument names, as an absolute path.
    pub fn argument_folder(&self) -> Option<PathBuf> {
        self.argument.as_deref().map(|path| self.typed_in.join(path))
    }
}

/// The parts of a usage line, without brackets: an argument, an option, an option with its value.
fn parts(usage: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for word in usage.split_whitespace() {
        let bare = word.trim_matches(['[', ']']);
        match parts.last_mut().filter(|_| !word.starts_with("--") && !word.starts_with('[')) {
            Some(part) => part.extend([" ", bare]),
            None => parts.push(bare.to_owned()),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(usage: &str, words: &str) -> Result<Options, String> {
        Options::parse(usage, words.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn the_usage_line_says_what_is_accepted() {
        let usage = "[DIR] [--json] [--port N]";
        let options = parse(usage, "/data --json --port 9 --port=10").unwrap();
        assert!(options.has("--json"));
        assert_eq!(options.value("--port"), Some("10"));
        assert_eq!(options.argument_folder(), Some(PathBuf::from("/data")));
        let here = env::current_dir().unwrap();
        assert_eq!(parse(usage, "data").unwrap().argument_folder(), Some(here.join("data")));
        assert!(parse(usage, "a b").is_err());
        assert!(parse(usage, "--other").is_err());
        assert!(parse(usage, "--port").is_err());
        assert!(parse("", "a").is_err());
        assert_eq!(parts("--a N --b DIR [--c] [D] [--e F]"), ["--a N", "--b DIR", "--c", "D", "--e F"]);
    }
}
