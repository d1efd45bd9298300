//! The two sides of a mounted element: the page's side is made by `adil.js`, the widget's side
//! is a Leptos view that ends when it is dropped.

mod context;
mod device;
mod files;
mod inner;
mod lazy;
mod mounted;
mod page;
mod tabs;
mod whole;

pub use context::WidgetContext;
pub use device::{lower_case, moment, now, parse_json, random_number, today};
pub use files::{download, download_blob, read_file, read_table};
pub use inner::{answer_focus, ask_focus, field_of, give_item, is_on_way_on};
pub use lazy::{Bundle, LazyChunk};
pub use mounted::{Mounted, mount, refusal};
pub use page::Host;
pub use tabs::{TabSlot, follow_other_tabs};
pub use whole::{CHOICE_STYLES, WIDGET_STYLES, Whole};
