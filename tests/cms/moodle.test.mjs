// Moodle cannot be run here. What it leaves of a text field where it cleans is HTML Purifier's work, by
// rules that it publishes: they are tried instead.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { read as guide, REPO } from "../e2e/guides.mjs";
import { test } from "../run/test.mjs";
import { useServices } from "./services.mjs";

const { folder, copy } = useServices("moodle");
for (const name of readdirSync("/usr/share/php").filter((name) => name.startsWith("HTMLPurifier"))) copy(`/usr/share/php/${name}`, name);
// Debian's version writes a letter of a text as $text{0}, which PHP 8 does not read.
for (const name of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".php"))) {
  const file = join(folder, name);
  writeFileSync(file, readFileSync(file, "utf8").replace(/(\$[\w>-]+(?:\[[^\]\n]*\])?)\{(\$?\w+|-1)\}/g, "$1[$2]"));
}

const RULES = fileURLToPath(new URL("moodle.php", import.meta.url));
const cleaned = (html, ...given) =>
  execFileSync("php", ["-d", `include_path=${folder}`, RULES, ...given], { input: html, encoding: "utf8" }).trim();

const { files } = guide("moodle");
const [script] = /<script .*<\/script>/.exec(files["index.html"]);
const [tags] = /<adil-quiz[^]*<\/adil-quiz>/.exec(files["index.html"]);

for (const settings of [[], ["embed"]]) {
  const where = settings.length ? "with embedding allowed" : "as it is set up";

  test(`${where}: the tags go, and the text between them stays`, () => {
    assert.equal(cleaned(`${script}${tags}`, ...settings), "<p>A quiz about honesty. It needs JavaScript.</p>");
  });

  test(`${where}: a frame goes, and a link stays`, () => {
    const link = `<a href="https://our.school/adil/frame.html?src=/honesty.json&amp;kind=quiz">The quiz</a>`;
    assert.equal(cleaned(`<iframe src="https://our.school/adil/frame.html"></iframe><p>${link}</p>`, ...settings), `<p>${link}</p>`);
  });

  test(`${where}: of what \`adil embed\` writes the words stay`, () => {
    // The command's own tests compare what it writes with this file.
    const page = readFileSync(new URL("crates/cli/tests/lines/the-umbrella.html", REPO), "utf8");
    const words = (html) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").trim();
    const kept = cleaned(page, ...settings);
    assert.ok(words(page).length > 500);
    assert.equal(words(kept), words(page));
    assert.doesNotMatch(kept, /<adil-quiz|<script/);
  });
}
