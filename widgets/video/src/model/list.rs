//! Lists that are checked as a whole when they are read.

use adil::json::{Cursor, Problem};

use super::Moment;

macro_rules! list {
    ($(#[doc = $about:literal])* $List:ident, $One:ident, $what:literal, $check:ident) => {
        $(#[doc = $about])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $List(Vec<$One>);

        impl std::ops::Deref for $List {
            type Target = [$One];

            fn deref(&self) -> &[$One] {
                &self.0
            }
        }

        impl FromJson for $List {
            fn read(cursor: &Cursor) -> Result<Self, Problem> {
                let list = cursor.each($what, $One::read)?;
                $check(cursor, &list)?;
                Ok($List(list))
            }

            fn absent() -> Option<Self> {
                Some($List(Vec::new()))
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema(
                definitions: &mut adil::json::schema::Definitions,
            ) -> adil::json::schema::Value {
                serde_json::json!({ "type": "array", "items": $One::schema(definitions) })
            }
        }
    };
}

pub(super) use list;

/// Refuses a list in which a time is not after the one before.
pub(super) fn ascending(cursor: &Cursor, field: &str, times: &[Moment]) -> Result<(), Problem> {
    let early = times.windows(2).position(|pair| pair[1] <= pair[0]);
    early.map_or(Ok(()), |n| {
        let path =
            [&cursor.path(), "[", &adil::json::number_text((n + 1) as f64), "].", field].concat();
        let found = adil::json::number_text(times[n + 1].seconds());
        Err(Problem::new(&path, "a time after the one before", &found))
    })
}
