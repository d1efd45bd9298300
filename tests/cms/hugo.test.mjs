// Hugo on this machine: a site made as the guide says, at the root of a server and in a folder, and what
// stops the build.
import assert from "node:assert/strict";
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { read as guide, REPO } from "../e2e/guides.mjs";
import { checkSoon, DIST, fired, ready, useBrowser } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";
import { test } from "../run/test.mjs";
import { useServices } from "./services.mjs";

const { visit } = useBrowser();
const { files } = guide("hugo-and-wikis");
const { folder, call } = useServices("hugo");
const PAGE = files["content/honesty.md"];

const put = (file, body) => {
  mkdirSync(join(folder, file, ".."), { recursive: true });
  writeFileSync(join(folder, file), body);
};
put("config.toml", `title = "Our school"\nbaseURL = "http://127.0.0.1/"\n`);
put("layouts/_default/single.html", `<!doctype html><html lang="en"><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>`);
put("layouts/shortcodes/adil.html", "");
copyFileSync(new URL("hosts/hugo/adil.html", REPO), join(folder, "layouts/shortcodes/adil.html"));
put("static/quizzes/honesty.json", files["honesty.json"]);
cpSync(DIST, join(folder, "static/adil"), { recursive: true });

/** Builds the site with a page, for an address; the page as it is made. */
async function build(page, base = "http://127.0.0.1/") {
  put("content/honesty.md", page);
  await call("hugo", ["--baseURL", base]);
  return readFileSync(join(folder, "public/honesty/index.html"), "utf8");
}

for (const [where, path] of [["at the root", "/"], ["in a folder", "/school/"]]) {
  test(`a page of the guide is answered ${where} of a server`, async () => {
    await build(PAGE, `http://127.0.0.1${path}`);
    const site = await serve({ [path]: `${join(folder, "public")}/` }, { fault: (asked) => (asked === "/favicon.ico" ? { body: "" } : undefined) });
    const seen = await visit(`${site.origin}${path}honesty/`);
    await ready(seen.quiz);
    await seen.page.getByRole("radio", { name: "No", exact: true }).press("Space");
    await seen.page.getByRole("button", { name: "Finish" }).click();
    await checkSoon(async () => (await fired(seen.page, "complete")).map(({ detail }) => detail.score), [1]);
    assert.deepEqual(seen.said, []);
    await seen.close();
    await site.close();
  });
}

const shortcode = (given, inside = "A quiz") => `---\ntitle: x\n---\n{{< adil ${given} >}}${inside}{{< /adil >}}\n`;

test("what authors write between and in the quotation marks is text", async () => {
  const made = await build(shortcode(`kind="quiz" src="q.json?a=1&b=2" mode="\\"><b>"`, "<img src=x onerror=alert(1)>A quiz"));
  assert.match(made, /<adil-quiz src="\/q\.json\?a=1&amp;b=2" mode="&#34;&gt;&lt;b&gt;"><p>A quiz<\/p><\/adil-quiz>/);
});

for (const [what, given, message] of [
  ["a kind that is none", `kind="script" src="q.json"`, /honesty\.md:4:\d+": adil: kind: expected one of quiz, .+, found "script"/],
  ["no file", `kind="quiz"`, /honesty\.md:4:\d+": adil: src: expected the address/],
]) {
  test(`${what} stops the build and names the line`, async () => {
    await assert.rejects(build(shortcode(given)), (error) => message.test(`${error.stdout}${error.stderr}`) || assert.fail(`${error.stdout}${error.stderr}`));
  });
}

test("the shortcode knows all widgets", () => {
  const [, kinds] = /\$kinds := slice (.+) -\}\}/.exec(readFileSync(new URL("hosts/hugo/adil.html", REPO), "utf8"));
  assert.deepEqual(JSON.parse(`[${kinds.replaceAll('" "', '","')}]`).sort(), readdirSync(new URL("widgets/", REPO)).sort());
});

test("without the shortcode Hugo leaves tags out", async () => {
  const made = await build(`---\ntitle: x\n---\n<adil-quiz src="/quizzes/honesty.json"></adil-quiz>\n`);
  assert.match(made, /<!-- raw HTML omitted -->/);
  assert.doesNotMatch(made, /<adil-quiz/);
});
