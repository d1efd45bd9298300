// The pages of the site as files: which there are, what they lead to.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { DIST } from "./page.mjs";

export const LANGUAGES = ["en", "kk", "ru", "ar"];

/** The front page, or another one, in a language. */
export const inLanguage = (path, lang) => (lang === "en" ? path : `${lang}/${path}`);

/** All pages, from the root of the site; `frame.html` is a widget's and not one of them. */
export const pages = readdirSync(DIST, { recursive: true })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".html") && file !== "frame.html").sort();

const read = (path) => readFileSync(join(DIST, path), "utf8");

/** The tags of a page; what they hold is escaped, so that `>` ends each. */
const tagsOf = (path) => read(path).match(/<[a-z][^>]*>/g);

/** What a page of the site leads to or loads: addresses as they are written. */
const leadsTo = (path) => tagsOf(path).flatMap((tag) => [...tag.matchAll(/\s(?:href|src)="([^"]*)"/g)])
  .map(([, address]) => address.replaceAll("&amp;", "&"));

const isOutside = (address) => /^(https?:|mailto:|data:)/.test(address);
const hasId = (path, id) => read(path).includes(` id="${decodeURIComponent(id)}"`);

/** The addresses of a page that lead nowhere. */
export const broken = (path) => leadsTo(path).filter((address) => {
  if (isOutside(address)) return false;
  const [file, id] = address.split("#");
  const target = file ? normalize(join(dirname(path), file.split("?")[0])) : path;
  if (target.startsWith("..") || !existsSync(join(DIST, target))) return true;
  return id ? !hasId(target, id) : false;
});

/** What of a page a strict policy would stop. */
export const inline = (path) => tagsOf(path)
  .filter((tag) => /^<script(?!.*(src=|application\/json))|\son\w+="|\sstyle="|"javascript:/.test(tag));
