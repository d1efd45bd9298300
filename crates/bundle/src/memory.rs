//! Memory of a bundle: blocks of a few sizes, each with a list of free ones.
//!
//! What the standard library brings for WebAssembly joins neighbours and splits large blocks,
//! which a page that makes and drops the same kinds of things over and over does not need; it is
//! a few kilobytes of every bundle. Here a block that was freed serves the next request of its
//! size, so memory stays flat where use repeats. Two sizes lie between one power of two and the
//! next but one: at most a third of a block is unused.

#![allow(unsafe_code, reason = "an allocator deals in raw memory")]

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32::memory_grow;
use core::cell::UnsafeCell;
use core::ptr::null_mut;

/// The smallest block, in bytes: a free one holds the address of the next.
const SMALLEST: usize = 16;
/// Sizes up to two gigabytes.
const SIZES: usize = 56;
const PAGE: usize = 65_536;

struct State {
    /// The first free block of each size.
    free: [*mut u8; SIZES],
    /// Where memory that was never used begins, and where it ends.
    next: usize,
    end: usize,
}

struct Memory(UnsafeCell<State>);

// SAFETY: a bundle runs on one thread.
unsafe impl Sync for Memory {}

#[global_allocator]
static MEMORY: Memory =
    Memory(UnsafeCell::new(State { free: [null_mut(); SIZES], next: 0, end: 0 }));

/// The place of a size in the list, and how many bytes its blocks have: 16, 24, 32, 48, 64, ….
const fn class(layout: Layout) -> (usize, usize) {
    let align = layout.align();
    let mut wanted = layout.size();
    if wanted < SMALLEST {
        wanted = SMALLEST;
    }
    // Only powers of two lie at addresses that are multiples of more than eight.
    if wanted < align {
        wanted = align;
    }
    let bits = usize::BITS - (wanted - 1).leading_zeros();
    let above = 1 << bits;
    let between = above / 4 * 3;
    let place = (bits as usize - 4) * 2;
    if align <= 8 && wanted <= between && above > SMALLEST {
        (place - 1, between)
    } else {
        (place, above)
    }
}

impl State {
    fn take(&mut self, layout: Layout) -> *mut u8 {
        let (place, bytes) = class(layout);
        let Some(first) = self.free.get_mut(place) else { return null_mut() };
        // A block that was made for less need not lie at such a multiple.
        if !first.is_null() && layout.align() <= SMALLEST {
            let block = *first;
            // SAFETY: a free block holds the address of the next one.
            *first = unsafe { block.cast::<*mut u8>().read() };
            return block;
        }
        let least = if bytes.is_power_of_two() { SMALLEST } else { 8 };
        let align = if layout.align() > least { layout.align() } else { least };
        let start = (self.next + align - 1) & !(align - 1);
        if start.saturating_add(bytes) > self.end && !self.grow(bytes + align) {
            return null_mut();
        }
        let start = (self.next + align - 1) & !(align - 1);
        self.next = start + bytes;
        start as *mut u8
    }

    /// Asks the browser for pages; whether it gave them.
    fn grow(&mut self, bytes: usize) -> bool {
        let pages = bytes.div_ceil(PAGE);
        let before = memory_grow(0, pages);
        if before == usize::MAX {
            return false;
        }
        // Memory grows at its end, unless something else has asked for some in between.
        if before * PAGE != self.end {
            self.next = before * PAGE;
        }
        self.end = (before + pages) * PAGE;
        true
    }
}

// SAFETY: blocks come from pages of our own, each is given out once until it is given back, and
// those of a size that is asked for with an alignment lie at multiples of it.
unsafe impl GlobalAlloc for Memory {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: one thread, and nothing in here allocates.
        unsafe { (*self.0.get()).take(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        let (place, _) = class(layout);
        // SAFETY: as above; a block is large enough for an address.
        unsafe {
            let first = &mut (&mut (*self.0.get()).free)[place];
            block.cast::<*mut u8>().write(*first);
            *first = block;
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller promises that the size is valid for the alignment.
        let wanted = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        if class(wanted).0 == class(layout).0 {
            return block;
        }
        // SAFETY: both blocks are ours and have at least so many bytes.
        unsafe {
            let moved = self.alloc(wanted);
            if !moved.is_null() {
                core::ptr::copy_nonoverlapping(block, moved, layout.size().min(size));
                self.dealloc(block, layout);
            }
            moved
        }
    }
}
