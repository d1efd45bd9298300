//! The two sides of a mounted element: the page's side is made by `adil.js`, the widget's side
//! is a Leptos view that ends when it is dropped.

mod device;
mod files;
mod later;
mod mounted;
mod opened;
mod page;

pub use device::{now, parse_json, random_number, today};
pub use files::{download, download_blob, read_file};
pub use later::{Bundle, Later};
pub use mounted::{Mounted, mount, refusal};
pub use opened::{Opened, follow_other_tabs, open};
pub use page::Host;
