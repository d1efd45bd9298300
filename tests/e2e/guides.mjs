// Guides as they are read: their files, what stands in bold, and small acts of a reader who follows
// them, each by role and name.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { after } from "node:test";
import { checkSoon, DIST, until, useBrowser } from "./page.mjs";
import { serve } from "./server.mjs";

export const GUIDES = new URL("../../docs/guides/", import.meta.url);
export const REPO = new URL("../../", import.meta.url);

/** The names of all guides, without the index. */
export const names = readdirSync(GUIDES).filter((file) => /\.md$/.test(file) && file !== "README.md")
  .map((file) => file.slice(0, -3));

const FENCED = /^```(\w*)(.*)\n([^]*?)^```$/gm;

/** What a guide says: its text, its fenced blocks with their files, and the names in bold. */
export function read(name) {
  const text = readFileSync(new URL(`${name}.md`, GUIDES), "utf8");
  const blocks = [...text.matchAll(FENCED)].map(([, language, rest, body]) =>
    ({ language, body, file: /\bfile=(\S+)/.exec(rest)?.[1] }));
  const prose = text.replace(FENCED, "");
  const files = Object.fromEntries(blocks.filter(({ file }) => file).map(({ file, body }) => [file, body]));
  return { text, prose, blocks, files, bold: [...prose.matchAll(/\*\*(.+?)\*\*/g)].map(([, words]) => words) };
}

const by = (scope, role, name) => scope.getByRole(role, { name, exact: true });

// Each step says which names it looks for; a guide has to name them. What is chosen may stand in a file.
const step = (names, run, chosen = []) => Object.assign(run, { names, chosen });

/** Opens a file of the guide. */
export const open = (file) => step([], (reader) => reader.open(file));

/** Something with this role and name is seen; by it names are found that the guide tells. */
export const see = (role, name) => step([name], ({ scope }) => by(scope, role, name).first().waitFor());

/** These words are seen. */
export const words = (name) => step([name], ({ scope }) => scope.getByText(name).first().waitFor());

/** A button, or what else has this role, is pressed. */
export const press = (name, role = "button") => step([name], ({ scope }) => by(scope, role, name).click());

/** An answer is chosen by the keyboard. */
export const choose = (name) => step([], async ({ scope }) => {
  await by(scope, "radio", name).press("Space");
  await until(() => by(scope, "radio", name).isChecked(), `${name} is chosen`);
}, [name]);

/** Anything else that a guide promises. */
export const act = (run, names = []) => step(names, run);

/** So many of them are seen. */
export const count = (role, name, n) => step([name], ({ scope }) => checkSoon(() => by(scope, role, name).count(), n, name));

/** Answers for the icon that browsers ask every site for. */
export const quietIcon = (fault) => (path) => (path === "/favicon.ico" ? { body: "" } : fault(path));

/** What readers of a file of tests use; all of it ends with the file. */
export function useReader() {
  const { visit } = useBrowser();
  const ending = [];
  const ends = (end) => ending.push(end);
  after(() => Promise.all(ending.map((end) => end())));

  /** An empty folder with these files, and beside them the release as `adil`, or `only` some of it. */
  const folderOf = (files, only) => {
    const folder = mkdtempSync(join(tmpdir(), "adil-guide-"));
    ends(() => rmSync(folder, { recursive: true, force: true }));
    for (const [file, body] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), body);
    }
    const there = join(folder, "adil");
    const filter = (path) => path === DIST || only(relative(DIST, path));
    if (only) cpSync(DIST, there, { recursive: true, filter });
    else symlinkSync(DIST, there);
    return folder;
  };

  /** A server of a folder; a fault may change how it answers a path. */
  const siteOf = async (folder, { headers, fault = () => undefined } = {}) => {
    const site = await serve({ "/": `${folder}/` }, { headers, fault: quietIcon(fault) });
    ends(() => site.close());
    return site;
  };

  /** Someone who follows a guide. */
  const readerOf = async (guide, { only, headers, fault } = {}) => {
    const { files, text } = read(guide);
    const folder = folderOf(files, only);
    const site = await siteOf(folder, { headers: headers?.(files), fault });
    const reader = { files, text, folder, site };
    reader.open = async (file, { at = site, ...more } = {}) => {
      await reader.seen?.close();
      const seen = await visit(`${at.origin}/${file}`, more);
      Object.assign(reader, { seen, page: seen.page, scope: seen.page, context: seen.context });
    };
    return reader;
  };
  return { folderOf, siteOf, readerOf, ends };
}
