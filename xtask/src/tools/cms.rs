//! The hosts that the stage `cms` tries: they are Debian's own packages.

use super::apt;
use crate::process::{announce, find_program};
use anyhow::{Result, bail};
use std::path::Path;

/// Folders and programs of these packages; where one is missing, all are installed.
const PARTS: [&str; 5] = [
    "/usr/share/wordpress/wp-load.php",
    "/usr/share/wordpress/wp-content/themes/twentytwentythree",
    "/usr/share/dokuwiki/doku.php",
    "/usr/share/mediawiki/index.php",
    "/usr/share/php/HTMLPurifier.auto.php",
];

const PROGRAMS: [&str; 3] = ["php", "hugo", "mariadb-install-db"];

/// The database without what starts it with the machine: the tests start their own.
const PACKAGES: [&str; 13] = [
    "wordpress",
    "wordpress-theme-twentytwentythree",
    "dokuwiki",
    "mediawiki",
    "hugo",
    "mariadb-server-core",
    "mariadb-client",
    "php-cli",
    "php-mysql",
    "php-sqlite3",
    "php-xml",
    "php-mbstring",
    "php-htmlpurifier",
];

/// Finds or installs the hosts.
pub fn cms_ready() -> Result<()> {
    let is_there = || {
        PARTS.iter().all(|part| Path::new(part).exists())
            && PROGRAMS.iter().all(|name| find_program(name).is_some())
    };
    if is_there() {
        return Ok(());
    }
    announce("installing WordPress, Hugo, DokuWiki, MediaWiki, PHP and MariaDB", "a minute");
    if !apt::install(&PACKAGES)? || !is_there() {
        bail!("install these packages of Debian by hand: {}", PACKAGES.join(" "));
    }
    Ok(())
}
