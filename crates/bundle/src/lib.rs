//! What all bundles share, and no library may have: the allocator. A bundle brings it in by
//! `use adil_bundle as _`.

#[cfg(target_arch = "wasm32")]
mod memory;
