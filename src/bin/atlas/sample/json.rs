//! [`Json`]: a value to be written, with its fields in the order in which people read them.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Number;

/// A value. What says nothing (`None`, an empty list, `false`) is left out of its object, as in the data by hand.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// To be left out.
    Nothing,
    /// `true`.
    True,
    /// A number.
    Number(Number),
    /// A text.
    Text(String),
    /// A list that is not empty.
    List(Vec<Json>),
    /// An object.
    Object(Object),
}

/// An object whose fields keep the order in which they were added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object(Vec<(&'static str, Json)>);

impl Object {
    /// Adds a field, unless its value says nothing.
    pub fn with(mut self, name: &'static str, value: impl Into<Json>) -> Self {
        let value = value.into();
        if value != Json::Nothing {
            self.0.push((name, value));
        }
        self
    }
}

/// A number with at most two decimals, written without those that say nothing: `33.3`, `100`.
pub fn decimal(hundredths: u64) -> Json {
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').parse().map_or(Json::Nothing, Json::Number)
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => serializer.serialize_unit(),
            Self::True => serializer.serialize_bool(true),
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => serializer.collect_seq(list),
            Self::Object(object) => object.serialize(serializer),
        }
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Json {
    fn from(number: u64) -> Self {
        Self::Number(number.into())
    }
}

impl From<bool> for Json {
    fn from(flag: bool) -> Self {
        if flag { Self::True } else { Self::Nothing }
    }
}

impl From<Object> for Json {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(list: Vec<T>) -> Self {
        if list.is_empty() { Self::Nothing } else { Self::List(list.into_iter().map(Into::into).collect()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_is_left_out_and_the_order_is_kept() {
        let object = Object::default()
            .with("z", "a")
            .with("y", None::<String>)
            .with("x", false)
            .with("w", Vec::<String>::new())
            .with("a", vec![decimal(3_330), decimal(10_000), decimal(44_414_505)]);
        assert_eq!(serde_json::to_string(&object).unwrap(), r#"{"z":"a","a":[33.3,100,444145.05]}"#);
    }
}
