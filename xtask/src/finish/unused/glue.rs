//! Reads and thins out the scripts that wasm-bindgen writes.
//!
//! Their form is regular: one line begins an item, a line of the same indent ends it. What has
//! another form is left as it is, so that a changed wasm-bindgen costs bytes and nothing else.

use std::collections::BTreeSet;

/// What every bundle's script uses; without these it was not understood.
const ALWAYS_USED: [&str; 3] = ["__wbindgen_start", "memory", "mount"];

/// What stands before an entry of the object that holds the functions for the module.
const INDENT: &str = "        ";

/// The ways an entry of that object ends.
const ENDS: [&str; 2] = ["        },", "        }, arguments); },"];

/// Whether this is the script of a bundle with a widget.
pub fn is_a_bundles(source: &str) -> bool {
    source.contains("\nexport function mount(") && source.contains(" as default }")
}

/// The script with nothing at its top level that keeps an unused class: neither the registry
/// that frees forgotten objects, which esbuild must be told is no more than a value, nor the
/// method for `using`, which no page of ours writes.
pub fn free_of_side_effects(source: &str) -> String {
    let registry = ": new FinalizationRegistry(";
    let pure = ": /* @__PURE__ */ new FinalizationRegistry(";
    let lines = source.split_inclusive('\n');
    let kept: String = lines.filter(|line| !line.starts_with("if (Symbol.dispose) ")).collect();
    kept.replace(registry, pure)
}

/// The script without the functions that its module does not import.
pub fn without_unasked(source: &str, imported: &BTreeSet<String>) -> String {
    let lines: Vec<&str> = source.split_inclusive('\n').collect();
    let mut kept = String::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let unasked = entry(line).is_some_and(|name| !imported.contains(name));
        let length = if unasked { entry_length(&lines[at..]) } else { None };
        if length.is_none() {
            kept.push_str(line);
        }
        at += length.unwrap_or(1);
    }
    kept
}

/// The name of the entry that begins with this line.
fn entry(line: &str) -> Option<&str> {
    let (name, rest) = line.strip_prefix(INDENT)?.split_once(": function(")?;
    (name.chars().all(in_name) && rest.trim_end().ends_with('{')).then_some(name)
}

/// How many lines the entry at the first line has, unless its end is not seen.
fn entry_length(lines: &[&str]) -> Option<usize> {
    let end = lines.iter().position(|line| ENDS.contains(&line.trim_end()))?;
    let inner = lines.get(1..end)?;
    let nested = inner.iter().all(|line| line.trim().is_empty() || line.starts_with("         "));
    nested.then_some(end + 1)
}

/// The exports that a script uses, as it was shaken but not minified; none when it uses the
/// module in a way that does not name them.
pub fn exports_used(script: &str) -> Option<BTreeSet<String>> {
    let mut used = BTreeSet::new();
    for (at, word) in script.match_indices("wasm") {
        let (before, after) = (&script[..at], &script[at + word.len()..]);
        // Part of another name, of a file's name or of a media type.
        let begins = !before.ends_with(|c| in_name(c) || matches!(c, '.' | '/' | '-'));
        if !begins || after.starts_with(in_name) {
            continue;
        }
        if let Some(member) = after.strip_prefix('.') {
            let length = member.find(|c| !in_name(c)).unwrap_or(member.len());
            used.insert(member[..length].to_owned());
        } else if ![";", " = ", " !== "].iter().any(|known| after.starts_with(known)) {
            return None;
        }
    }
    ALWAYS_USED.iter().all(|name| used.contains(*name)).then_some(used)
}

fn in_name(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::{exports_used, free_of_side_effects, is_a_bundles, without_unasked};

    const OBJECT: &str = "    const import0 = {
        __proto__: null,
        __wbg_key_1: function(arg0) {
            if (arg0) {
                return 1;
            }
        },
        __wbg_keep_2: function() { return handleError(function (arg0) {
            arg0.keep();
        }, arguments); },
        __wbg_random_3: Math.random,
    };
";

    fn imported(names: &[&str]) -> std::collections::BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn knows_a_bundles_script() {
        let script = "}\nexport function mount(root) {\n}\nexport { initSync, init as default };";
        assert!(is_a_bundles(script));
        assert!(!is_a_bundles("export function start() {}\n"));
    }

    #[test]
    fn unused_classes_keep_nothing() {
        let script = "class A {}\nif (Symbol.dispose) A.prototype[Symbol.dispose] = 1;\n\
                      const R = undefined\n    : new FinalizationRegistry(f);\n";
        assert_eq!(
            free_of_side_effects(script),
            "class A {}\nconst R = undefined\n    : /* @__PURE__ */ new FinalizationRegistry(f);\n"
        );
    }

    #[test]
    fn drops_what_is_not_imported() {
        let left = without_unasked(OBJECT, &imported(&["__wbg_keep_2"]));
        assert!(!left.contains("__wbg_key_1"));
        assert!(left.contains("__proto__: null,\n        __wbg_keep_2: function() {"));
        assert!(left.ends_with("        __wbg_random_3: Math.random,\n    };\n"));
        let left = without_unasked(OBJECT, &imported(&["__wbg_key_1"]));
        assert!(!left.contains("arguments"));
        assert!(left.contains("        },\n        __wbg_random_3"));
    }

    #[test]
    fn keeps_what_is_imported_and_what_looks_strange() {
        let all = imported(&["__wbg_key_1", "__wbg_keep_2"]);
        assert_eq!(without_unasked(OBJECT, &all), OBJECT);
        for strange in [
            "        one_line: function() { return 1; },\n",
            "        \"a-b\": function() {\n        },\n",
            "        endless: function() {\n            1;\n",
            "        outdented: function() {\n        1;\n        },\n",
            "    shallow: function() {\n    },\n",
        ] {
            assert_eq!(without_unasked(strange, &imported(&[])), strange);
        }
    }

    #[test]
    fn finds_the_exports_in_use() {
        let script = "var wasmModule, wasmInstance, wasm;\nwasm = x.exports;\n\
                      if (wasm !== void 0) return wasm;\nwasm.__wbindgen_start();\n\
                      new URL(\"a_bg.wasm\"); \"application/wasm\"; wasm.memory.buffer; \
                      f(wasm.mount(a, wasm.in$side_1));";
        let used = exports_used(script).unwrap();
        assert_eq!(used, imported(&["__wbindgen_start", "in$side_1", "memory", "mount"]));
    }

    #[test]
    fn gives_up_on_uses_without_a_name() {
        let script = "wasm.__wbindgen_start(wasm.memory, wasm.mount);";
        assert!(exports_used(script).is_some());
        for unknown in ["wasm[name]", "wasm?.a", "f(wasm)", "{ wasm }"] {
            assert_eq!(exports_used(&format!("{script} {unknown}")), None, "{unknown}");
        }
        assert_eq!(exports_used("wasm.memory"), None);
    }
}
