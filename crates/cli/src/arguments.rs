//! What can be typed after `adil`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// What holds for all commands.
#[derive(Debug, Parser)]
#[command(
    name = "adil",
    version,
    about = "Reads content files of learning widgets, and writes the lines that a page needs",
    after_help = "Exit codes: 0 all is well, 1 a content file has mistakes, \
                  2 the command was not understood or a file cannot be read or written."
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read content files, and name their mistakes and warnings
    ///
    /// Prints a line for each mistake: the file, the place in it, what was expected, what was
    /// found. Exit code 0: no mistakes (there may be warnings). 1: a file has mistakes, or with
    /// --strict warnings. 2: a file cannot be read.
    Check {
        /// Content files in JSON
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Let warnings count as mistakes
        #[arg(long)]
        strict: bool,
        /// Print each text with marks as readers will see it, such as x² for x^2^
        #[arg(long)]
        texts: bool,
    },
    /// Write the lines to paste into a page
    ///
    /// They are the script tag, the element, and between its tags the content as plain HTML, for
    /// readers without scripts, for search and for print; the widget takes its place as soon as it
    /// runs. Warnings go to the second stream. Exit codes: 0 the lines were written, 1 the content
    /// file has mistakes, 2 the command was not understood or the file cannot be read.
    Embed(EmbedArguments),
}

/// How to embed.
#[derive(Args, Debug)]
pub struct EmbedArguments {
    /// The content file in JSON: a quiz, pledge, video, story, board, quest, debate, plan, check
    /// or record
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The languages of the text between the tags, such as en or kk,ru; without it the first of
    /// the file. The widget itself speaks that of the page
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    pub lang: Vec<String>,
    /// The level of the title, 1 to 6, for the widget and for the text
    #[arg(long, value_name = "LEVEL", default_value_t = 2,
          value_parser = clap::value_parser!(u8).range(1..=6))]
    pub heading_level: u8,
    /// The address of adil.js, as the page names it
    #[arg(long, value_name = "URL", default_value = "/adil/adil.js")]
    pub script: String,
    /// The address of the content file, as the page names it; without it FILE as it was typed
    #[arg(long, value_name = "URL")]
    pub src: Option<String>,
    /// An attribute of the element, such as mode=test; may be given several times
    #[arg(long = "attr", value_name = "NAME=VALUE")]
    pub attributes: Vec<String>,
    /// Put the sheet for the first question into the page, and ask for the widget's files early: for
    /// pages that are written anew with each release, since the lines are those of the build in --dist
    #[arg(long)]
    pub early: bool,
    /// Make a folder that runs from a stick: opened by its index.html, without a server. The
    /// content, its pictures and the widget are copied into it
    #[arg(long, value_name = "DIR", conflicts_with_all = ["script", "src", "early"])]
    pub offline: Option<PathBuf>,
    /// Make a page of its own in a folder of a site, and beside it the description by which other
    /// sites show it in a frame (oEmbed)
    #[arg(long, value_name = "DIR", requires = "site", conflicts_with = "offline")]
    pub page: Option<PathBuf>,
    /// The address of the folder that --page names, such as <https://our.school/quizzes/>
    #[arg(long, value_name = "URL", requires = "page")]
    pub site: Option<String>,
    /// The built release that --offline takes the widget from, and of which --early speaks
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub dist: PathBuf,
}
