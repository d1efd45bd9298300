//! The targets under libFuzzer. `ADIL_TARGET` names one, or is `list`; `ADIL_SEEDS` names a folder
//! into which the target's first inputs are written. Else the engine's own options follow.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::env;
use std::process::exit;
use std::sync::LazyLock;

static CHOSEN: LazyLock<adil_fuzz::Target> = LazyLock::new(|| {
    let name = env::var("ADIL_TARGET").unwrap_or_default();
    if name == "list" {
        adil_fuzz::TARGETS.iter().for_each(|(name, _)| println!("{name}"));
        exit(0);
    }
    let Some((_, target)) = adil_fuzz::TARGETS.iter().find(|(known, _)| *known == name) else {
        eprintln!("ADIL_TARGET names no target: {name}");
        exit(2);
    };
    if let Some(folder) = env::var_os("ADIL_SEEDS") {
        for (n, seed) in adil_fuzz::seeds(&name).iter().enumerate() {
            let file = std::path::Path::new(&folder).join(format!("seed-{n}"));
            if let Err(error) = std::fs::write(&file, seed) {
                eprintln!("{}: {error}", file.display());
                exit(2);
            }
        }
        exit(0);
    }
    *target
});

fuzz_target!(init: LazyLock::force(&CHOSEN), |bytes| CHOSEN(bytes));
