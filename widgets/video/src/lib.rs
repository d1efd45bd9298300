//! The video lesson: its rules. The element that shows them is not built yet.

pub mod model;
