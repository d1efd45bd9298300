//! Stands in for the crate of this name.
//!
//! Leptos keeps what belongs to a page in wrappers that check on each use that the thread is the
//! one which made them. A bundle has one thread, but to ask for its name the standard library
//! links a second allocator and all that belongs to threads: 1.6 kB brotli in every bundle. So
//! nothing is checked in a browser; on the host, where tests run on many threads, it is. Should
//! Leptos move to another version, cargo warns that the patch is not used, and the size budget
//! fails.

#![allow(missing_docs)]

#[cfg(feature = "futures")]
use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};
use std::{
    fmt,
    ops::{Deref, DerefMut},
};

#[cfg(target_arch = "wasm32")]
type Maker = ();
#[cfg(not(target_arch = "wasm32"))]
type Maker = std::thread::ThreadId;

#[cfg(target_arch = "wasm32")]
fn this() -> Maker {}
#[cfg(not(target_arch = "wasm32"))]
fn this() -> Maker {
    std::thread::current().id()
}

pub struct SendWrapper<T> {
    // Dropped by hand: what belongs to another thread must not be dropped here.
    data: std::mem::ManuallyDrop<T>,
    maker: Maker,
}

// SAFETY: what is inside is reached on the thread that made it only; in a browser there is one.
unsafe impl<T> Send for SendWrapper<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for SendWrapper<T> {}

impl<T> SendWrapper<T> {
    pub fn new(data: T) -> Self {
        Self { data: std::mem::ManuallyDrop::new(data), maker: this() }
    }

    #[inline(always)]
    pub fn valid(&self) -> bool {
        self.maker == this()
    }

    #[inline(always)]
    fn check(&self) {
        assert!(self.valid(), "used on a thread that did not make it");
    }

    /// # Panics
    /// On another thread than the one that made it; so do `deref`, `deref_mut` and drop.
    pub fn take(self) -> T {
        self.check();
        let mut whole = std::mem::ManuallyDrop::new(self);
        // SAFETY: `whole` is never used or dropped after this.
        unsafe { std::mem::ManuallyDrop::take(&mut whole.data) }
    }
}

impl<T> Deref for SendWrapper<T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        self.check();
        &self.data
    }
}

impl<T> DerefMut for SendWrapper<T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        self.check();
        &mut self.data
    }
}

impl<T> Drop for SendWrapper<T> {
    fn drop(&mut self) {
        if std::mem::needs_drop::<T>() {
            self.check();
            // SAFETY: nothing uses it after this.
            unsafe { std::mem::ManuallyDrop::drop(&mut self.data) }
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for SendWrapper<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SendWrapper").field("data", &**self).finish()
    }
}

impl<T: Clone> Clone for SendWrapper<T> {
    fn clone(&self) -> Self {
        Self::new((**self).clone())
    }
}

#[cfg(feature = "futures")]
impl<T> SendWrapper<T> {
    fn inside(self: Pin<&mut Self>) -> Pin<&mut T> {
        self.check();
        // SAFETY: what is inside stays where it is as long as the wrapper does.
        unsafe { self.map_unchecked_mut(|whole| &mut *whole.data) }
    }
}

#[cfg(feature = "futures")]
impl<F: Future> Future for SendWrapper<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        self.inside().poll(context)
    }
}

#[cfg(feature = "futures")]
impl<S: futures_core::Stream> futures_core::Stream for SendWrapper<S> {
    type Item = S::Item;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<S::Item>> {
        self.inside().poll_next(context)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (**self).size_hint()
    }
}
