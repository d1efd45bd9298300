//! One definition for a type, its reader and its schema.

/// Defines a struct that is read from a JSON object.
///
/// Each field has its JSON name in quotes, its type, and perhaps a default. Doc comments become
/// the schema's descriptions, so that an editor shows them while an author types.
///
/// ```
/// use adil::json::{Cursor, FromJson, Json, Warnings};
/// adil::record! {
///     /// A place on the map.
///     pub struct Spot {
///         /// What people call it.
///         "name" name: String,
///         /// Metres above the sea.
///         "height" height: f64 = 0.0,
///     }
/// }
/// let json = Json::object([("name", "Medeu".into())]);
/// let spot = Spot::read(&Cursor::top(&json, &Warnings::default())).unwrap();
/// assert_eq!((spot.name.as_str(), spot.height), ("Medeu", 0.0));
/// ```
#[macro_export]
macro_rules! record {
    (
        $(#[doc = $about:literal])*
        pub struct $Type:ident {
            $(
                $(#[doc = $doc:literal])*
                $name:literal $field:ident : $Field:ty $(= $default:expr)?,
            )*
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $Type {
            $( $(#[doc = $doc])* pub $field: $Field, )*
        }

        impl $crate::json::Record for $Type {
            fn from_fields(
                fields: &$crate::json::Fields,
            ) -> Result<Self, $crate::json::Problem> {
                Ok($Type {
                    $( $field: $crate::record!(@get fields $name $(= $default)?), )*
                })
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn describe(
                definitions: &mut $crate::json::schema::Definitions,
                object: &mut $crate::json::schema::ObjectSchema,
            ) {
                $( object.field::<$Field>(
                    definitions,
                    $name,
                    &[$($doc),*],
                    $crate::record!(@has_default $($default)?),
                ); )*
            }
        }

        impl $crate::json::FromJson for $Type {
            fn read(cursor: &$crate::json::Cursor) -> Result<Self, $crate::json::Problem> {
                $crate::json::read_record(cursor)
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema(
                definitions: &mut $crate::json::schema::Definitions,
            ) -> $crate::json::schema::Value {
                definitions.object(
                    stringify!($Type),
                    &[$($about),*],
                    <$Type as $crate::json::Record>::describe,
                )
            }
        }
    };
    (@get $fields:ident $name:literal) => { $fields.get($name)? };
    (@get $fields:ident $name:literal = $default:expr) => { $fields.get_or($name, $default)? };
    (@has_default) => { false };
    (@has_default $default:expr) => { true };
}

/// Defines an enum without data that is read from one of a few words.
#[macro_export]
macro_rules! words {
    (
        $(#[doc = $about:literal])*
        pub enum $Type:ident {
            $( $(#[doc = $doc:literal])* $word:literal $Variant:ident, )*
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $Type {
            $( $(#[doc = $doc])* $Variant, )*
        }

        impl $Type {
            /// Every word, in the order of the definition.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The value that a word stands for.
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $( $word => Some($Type::$Variant), )*
                    _ => None,
                }
            }

            /// The word that stands for this value.
            pub const fn word(self) -> &'static str {
                match self {
                    $( $Type::$Variant => $word, )*
                }
            }
        }

        impl $crate::json::FromJson for $Type {
            fn read(cursor: &$crate::json::Cursor) -> Result<Self, $crate::json::Problem> {
                cursor
                    .json()
                    .text()
                    .and_then($Type::from_word)
                    .ok_or_else(|| cursor.expected(concat!("one of", $(" ", $word),*)))
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema(
                _: &mut $crate::json::schema::Definitions,
            ) -> $crate::json::schema::Value {
                $crate::json::schema::one_of_words(&[$($about),*], $Type::WORDS)
            }
        }
    };
}
