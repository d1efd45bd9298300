//! The command `adil`.

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    adil_cli::run(&adil_cli::Arguments::parse(), &mut std::io::stdout(), &mut std::io::stderr())
}
