//! The site, rebuilt and reloaded at every change.

use crate::bundle;
use crate::repo::Repo;
use crate::tools::{Profile, Tools};
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, ExitStatus, exit};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

const PORT: u16 = 8080;

/// The port that the options of `serve` name.
pub fn port(options: &[&str]) -> Result<u16> {
    match options {
        [] => Ok(PORT),
        ["--port", number] => {
            number.parse().with_context(|| format!("`{number}` is not a port's number"))
        }
        other => bail!("`{}`: serve takes only --port N", other.join(" ")),
    }
}

/// Builds for development and serves until interrupted.
pub fn serve(repo: &Repo, port: u16) -> Result<()> {
    let started = Instant::now();
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    // Trunk would find out only after the build.
    if TcpListener::bind(address).is_err() {
        bail!("port {port} is taken: choose another, `cargo xtask serve --port {}`", port ^ 1);
    }
    let tools = Tools::ready(repo)?;
    tools.fetch_crates(repo)?;
    // Should this fail, Trunk shows the failure in the page and builds again after a change.
    let _ = tools.compile(repo, Profile::Dev, &[]);
    // The page of an earlier run would hide that the build of this one failed.
    let _ = fs::remove_file(repo.dev_dist.join("index.html"));
    // Trunk wants the folders that Trunk.toml has it ignore to exist.
    for folder in ["dist", "target"] {
        fs::create_dir_all(repo.root.join(folder))?;
    }
    let mut trunk = tools.trunk(repo, Profile::Dev)?;
    bundle::with_site(&mut trunk, repo)?;
    trunk
        .args(["serve", "--address", "127.0.0.1", "--port", &port.to_string(), "--dist"])
        .arg(&repo.dev_dist);
    let child = Arc::new(Mutex::new(trunk.spawn().context("cannot start Trunk")?));
    end_together(&child)?;
    let built = wait_for_page(&child, address)?;
    let seconds = started.elapsed().as_secs_f64();
    if built {
        println!("\n  http://{address}/ is ready ({seconds:.1} s)\n");
    } else {
        println!(
            "\n  http://{address}/ is up, but the build failed: see above. Mend it, and the page \
             builds again by itself.\n"
        );
    }
    loop {
        if let Some(status) = ended(&child)? {
            if !status.success() {
                bail!("Trunk stopped ({status})");
            }
            return Ok(());
        }
        thread::sleep(Duration::from_millis(200));
    }
}

/// Whoever stops this program stops Trunk: a terminal tells both, but a script that ends only
/// this one would leave a server behind that holds the port.
fn end_together(trunk: &Arc<Mutex<Child>>) -> Result<()> {
    let trunk = Arc::clone(trunk);
    ctrlc::set_handler(move || {
        if let Ok(mut trunk) = trunk.lock() {
            let _ = trunk.kill();
            let _ = trunk.wait();
        }
        // As a shell names the end by an interrupt.
        exit(130);
    })
    .context("cannot listen to signals")
}

/// How Trunk ended, if it has.
fn ended(trunk: &Mutex<Child>) -> Result<Option<ExitStatus>> {
    let mut trunk = trunk.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(trunk.try_wait()?)
}

/// Waits for an answer: whether it is the page. Trunk answers once the first build is over,
/// failed or not.
fn wait_for_page(trunk: &Mutex<Child>, address: SocketAddr) -> Result<bool> {
    loop {
        if let Some(status) = ended(trunk)? {
            bail!("Trunk stopped before the page was up ({status}): see above");
        }
        if let Ok(answer) = ask(address) {
            return Ok(answer == *b"HTTP/1.1 200");
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// The beginning of the page's answer.
fn ask(address: SocketAddr) -> Result<[u8; 12]> {
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    write!(
        stream,
        "GET / HTTP/1.1\r\nHost: {address}\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = [0; 12];
    stream.read_exact(&mut answer)?;
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::{PORT, port};
    use anyhow::Result;

    #[test]
    fn the_port_may_be_chosen() -> Result<()> {
        assert_eq!(port(&[])?, PORT);
        assert_eq!(port(&["--port", "9000"])?, 9000);
        Ok(())
    }

    #[test]
    fn anything_else_is_refused() {
        for options in [&["--port"][..], &["--port", "x"], &["--port", "70000"], &["--open"]] {
            assert!(port(options).is_err(), "{options:?}");
        }
    }
}
