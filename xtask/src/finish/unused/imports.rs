//! Reads which functions a module imports: the little of WebAssembly's binary format that this
//! takes is less than a crate that knows it all.

use std::collections::BTreeSet;

/// What a module begins with: its magic number and version 1.
const HEADER: [u8; 8] = *b"\0asm\x01\0\0\0";

/// The section that lists the imports.
const IMPORTS: u8 = 2;

/// The names of a module's imports, whatever module they are from; none when the bytes are not
/// a module, or one that imports more than functions.
pub fn names(module: &[u8]) -> Option<BTreeSet<String>> {
    let mut bytes = Bytes(module.strip_prefix(&HEADER)?);
    while let Some(section) = bytes.byte() {
        let content = bytes.sized()?;
        if section == IMPORTS {
            return functions(Bytes(content));
        }
    }
    Some(BTreeSet::new())
}

fn functions(mut bytes: Bytes) -> Option<BTreeSet<String>> {
    let count = bytes.number()?;
    let mut names = BTreeSet::new();
    for _ in 0..count {
        let _module = bytes.sized()?;
        names.insert(String::from_utf8(bytes.sized()?.to_vec()).ok()?);
        let function = bytes.byte()? == 0;
        let _type = bytes.number()?;
        if !function {
            return None;
        }
    }
    bytes.0.is_empty().then_some(names)
}

/// The bytes not yet read.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number in LEB128: seven bits a byte, the low ones first, the eighth for "more".
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return usize::try_from(number).ok();
            }
        }
        None
    }

    /// A length and that many bytes.
    fn sized(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        let (content, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(content)
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, names};

    /// A module with a custom section, and imports of these kinds from a module `m`.
    fn module(imports: &[(&str, u8)]) -> Vec<u8> {
        let mut section = vec![u8::try_from(imports.len()).unwrap()];
        for (name, kind) in imports {
            section.extend([1, b'm', u8::try_from(name.len()).unwrap()]);
            section.extend(name.bytes().chain([*kind, 0]));
        }
        let mut module = b"\0asm\x01\0\0\0\0\x02\x01c\x02".to_vec();
        module.push(u8::try_from(section.len()).unwrap());
        module.extend(section);
        module
    }

    #[test]
    fn names_what_a_module_imports() {
        let found = names(&module(&[("log", 0), ("now", 0)])).unwrap();
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["log", "now"]);
        assert_eq!(names(b"\0asm\x01\0\0\0"), Some([].into()));
    }

    #[test]
    fn gives_up_on_what_it_does_not_know() {
        assert_eq!(names(&module(&[("log", 0), ("memory", 2)])), None);
        assert_eq!(names(b"\0asm\x02\0\0\0"), None);
        let whole = module(&[("log", 0)]);
        assert_eq!(names(&whole[..whole.len() - 1]), None);
    }

    #[test]
    fn reads_numbers_of_several_bytes() {
        assert_eq!(Bytes(&[0xe5, 0x8e, 0x26]).number(), Some(624_485));
        assert_eq!(Bytes(&[0x80]).number(), None);
        assert_eq!(Bytes(&[0xff; 9]).number(), None);
    }
}
