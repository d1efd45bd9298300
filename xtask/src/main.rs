//! The project's chores as one command: `cargo xtask help`.
//!
//! Read in this order: `tools` (what a machine needs, and how it gets there), `bundle` and
//! `finish` (from crates to the `dist/` folder a school uploads), `site` (its pages), `budget` (how
//! large it may be), `serve`, `test`, `bench`, `proof`.

mod adil_command;
mod bench;
mod budget;
mod bundle;
mod cargo_lock;
mod example;
mod finish;
mod folder;
mod fuzz;
mod links;
mod mutants;
mod new_widget;
mod notes;
mod package;
mod process;
mod proof;
mod repo;
mod report;
mod sbom;
mod serve;
mod site;
mod sizes;
mod spent;
mod supply;
mod test;
mod tools;
mod version;

use anyhow::{Result, bail};
use repo::Repo;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  serve [--port N]   build for development, serve the site with live reload
                     (http://127.0.0.1:8080/ unless a port is given)
  build              make dist/, the folder a school uploads: optimised, minified, stamped
                     (ADIL_TRIAL=erase-components, library-for-speed or panic-messages changes
                     one flag, to see what it is worth)
  build widget…      make only the bundles of these widgets anew, for a look in between
  site               write the pages of the site anew beside the bundles of dist/
  test [stage…]      run the stages given, or all but attacks, packages and cms in
                     this order:
                       format   cargo fmt --check
                       lint     cargo clippy, warnings are errors
                       host     the tests that need no browser
                       browser  the tests that run as WebAssembly in Chromium
                       e2e      real pages in a real browser, against dist/
                       faults   what fails on the way, and what is kept
                       attacks  hostile content, pages and files
                       engines  lessons and chosen pages in Chromium, Firefox and WebKitGTK
                       size     what a page loads, against tests/budgets.toml
                       packages the package for npm in a plain page, React, Vue and Svelte
                       cms      WordPress, Hugo, DokuWiki and MediaWiki, which it installs by
                                apt-get and runs on loopback
  bench              measure against dist/, beside other players, and print the figures
  proof [part…]      run whole suites, however long they take, and write docs/proof.md:
                       speed    how quickly pages stand, beside other players
                       playing  how exactly a lesson stops, and what it costs while it plays
                       pages    the whole of e2e, with all that a push samples
                       looks    pictures of all widgets, compared with those before, and what the
                                pages of the site cost (ADIL_UPDATE=1 keeps what is seen)
                       faults, attacks  the whole of these stages
                       engines  all end-to-end tests in Firefox and WebKitGTK
                       fuzz     ten million inputs for each parser
                       mutants  faults made by hand, and which run of the tests finds them
                       calendars  dates of an action, in three readers of calendars
                       supply   licences and origins, and that two builds are alike
                       ways     packages and cms: the tools and hosts of others
  package NAME       make a package from the release, in target/packages/:
                       npm        a tarball for web teams with a bundler
                       wordpress, dokuwiki, mediawiki
                                  a plug-in to upload
  new widget NAME    write a widget that builds, shows and passes the general tests
  example            build the Leptos app of examples/, which the end-to-end tests drive
  tools              find or install what the other commands need, and say what was found
  help               this text

A push runs a share of some long lists of cases, chosen by the day, and prints it. Tests listen to
  ADIL_SEED=N    that share again
  ADIL_WHOLE=1   all cases
  ADIL_LIMIT=S   seconds after which a wait counts as hanging (60)
and every command to
  CARGO_TARGET_DIR   another folder than target/

Every command fetches the tools it needs itself, once. They are kept outside the project, in
$ADIL_TOOLS, else $XDG_CACHE_HOME/adil/tools, else ~/.cache/adil/tools; to start afresh,
remove that folder.
";

fn main() -> ExitCode {
    match dispatch() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["build"] => bundle::build(&Repo::find()?),
        ["build", widgets @ ..] => bundle::build_some(&Repo::find()?, widgets),
        ["site"] => bundle::site(&Repo::find()?),
        ["site", folder] => bundle::site_for_trunk(&Repo::find()?, folder),
        ["serve", options @ ..] => serve::serve(&Repo::find()?, serve::port(options)?),
        ["test", stages @ ..] => test::test(&Repo::find()?, &test::Stage::parse(stages)?),
        ["bench"] => bench::bench(&Repo::find()?, bench::Which::All, None),
        ["proof", parts @ ..] => proof::proof(&Repo::find()?, &proof::Part::parse(parts)?),
        ["package", name] => {
            let repo = Repo::find()?;
            let made = package::package(&repo, package::Package::parse(name)?)?;
            println!("{} is ready", repo.show(&made));
            Ok(())
        }
        ["example"] => {
            let repo = Repo::find()?;
            println!("{} is ready", repo.show(&example::build(&repo)?));
            Ok(())
        }
        ["new", "widget", name] => new_widget::new_widget(&Repo::find()?, name),
        ["tools"] => tools::report(&Repo::find()?),
        [] | ["help" | "--help" | "-h", ..] => {
            print!("{HELP}");
            Ok(())
        }
        other => bail!("`{}` is not a command here; see `cargo xtask help`", other.join(" ")),
    }
}
