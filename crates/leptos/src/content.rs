//! Where the content of a widget comes from.

use adil::Json;
use adil::json;

/// The content of a widget.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Content {
    /// Nothing yet: the fallback stands until there is something.
    #[default]
    None,
    /// A content file at an address, relative to the page.
    Address(String),
    /// A content file as text.
    Text(String),
}

impl Content {
    /// A content file at an address, relative to the page.
    pub fn address(address: impl Into<String>) -> Content {
        Content::Address(address.into())
    }

    /// A content file as JSON text.
    pub fn text(text: impl Into<String>) -> Content {
        Content::Text(text.into())
    }
}

impl From<&Json> for Content {
    fn from(value: &Json) -> Content {
        Content::Text(json::write(value))
    }
}

impl From<Json> for Content {
    fn from(value: Json) -> Content {
        Content::from(&value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_value_is_its_text() {
        let json = Json::object([("id", "q".into())]);
        assert_eq!(Content::from(json), Content::text(r#"{"id":"q"}"#));
    }
}
