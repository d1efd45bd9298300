//! Prints which file of a crate needs which: `cargo run -p adil-layers --example needs -- src/lib.rs`.

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let root = std::env::args().nth(1).ok_or("which lib.rs or main.rs?")?;
    let folder = Path::new(&root).parent().unwrap_or(Path::new(""));
    let short = |path: &Path| path.strip_prefix(folder).unwrap_or(path).display().to_string();
    for need in adil_layers::needs_of(Path::new(&root))? {
        let (from, to) = (short(&need.from), short(&need.to));
        println!("{from}:{} needs {to} ({})", need.line, need.path);
    }
    Ok(())
}
