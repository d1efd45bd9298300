use std::path::Path;
fn main() {
    let root = std::env::args().nth(1).unwrap();
    let mut last = String::new();
    for n in adil_layers::needs_of(Path::new(&root)).unwrap() {
        let s = |p: &Path| p.display().to_string().split("src/").last().unwrap().to_owned();
        if s(&n.from) != last { last = s(&n.from); print!("\n{last}:"); }
        print!(" {}({})", s(&n.to), n.path);
    }
    println!();
}
