// DokuWiki and MediaWiki on loopback: a page with a quiz as the guide says, seen, answered, and saved
// again; what hostile words become; and the same page without our plug-ins.
import assert from "node:assert/strict";
import { read as guide } from "../e2e/guides.mjs";
import { checkSoon, fired, ready, until, useBrowser } from "../e2e/page.mjs";
import { test } from "../run/test.mjs";
import { useDokuWiki, useMediaWiki } from "./wikis.mjs";

const { visit } = useBrowser();
const { files } = guide("hugo-and-wikis");
const WIKIS = {
  dokuwiki: { wiki: await useDokuWiki(files["honesty.json"]), written: files["dokuwiki.txt"].trim(), src: /^\/quizzes\/honesty\.json$/ },
  mediawiki: { wiki: await useMediaWiki(files["honesty.json"]), written: files["mediawiki.txt"].trim(), src: /title=Honesty\.json&action=raw/ },
};
const pageOf = async (address) => (await fetch(address)).text();

for (const [name, { wiki, written, src }] of Object.entries(WIKIS)) {
  test(`${name}: without our part the tags are text`, async () => {
    const tags = `<script type="module" src="/adil/adil.js"></script>\n<adil-quiz src="/quizzes/honesty.json"><p>A quiz.</p></adil-quiz>\n<iframe src="/adil/frame.html"></iframe>`;
    await wiki.save("tags", tags);
    const html = await pageOf(wiki.page("tags"));
    assert.doesNotMatch(html, /<adil-quiz|<iframe|<script[^>]*adil\.js/);
    assert.match(html, /&lt;adil-quiz/);
  });

  test(`${name}: a page of the guide is seen, answered and saved again`, async () => {
    wiki.extend();
    await wiki.save("Honesty.json", files["honesty.json"]);
    for (const text of [written, `${written}\n\nOne more line.`]) {
      await wiki.save("week", text);
      assert.equal(await wiki.text("week"), text, "what was written is kept as it is");
      await until(async () => (await pageOf(wiki.page("week"))).includes("<adil-quiz"), "the wiki shows what it has just kept");
      const seen = await visit(wiki.page("week"));
      assert.equal(await seen.quiz.getAttribute("mode"), "test");
      assert.match(await seen.quiz.getAttribute("src"), src);
      await ready(seen.quiz);
      await seen.page.getByRole("radio", { name: "No", exact: true }).press("Space");
      await seen.page.getByRole("button", { name: "Finish" }).click();
      await checkSoon(async () => (await fired(seen.page, "complete")).map(({ detail }) => detail.score), [1]);
      await seen.close();
    }
  });

  // What begins like a scheme is the name of a file of the wiki in DokuWiki.
  const TAG = /^<adil-quiz src="\/q\.json">$/;
  for (const [what, text, expected] of [
    ["a script as address", `<adil kind="quiz" src="javascript:alert(1)">A quiz</adil>`, /^(<adil-quiz src="\/lib\/exe\/fetch\.php[^"]*">)?$/],
    ["a kind that is none", `<adil kind="script" src="/q.json">A quiz</adil>`, /^$/],
    ["an attribute of others", `<adil kind="quiz" src="/q.json" onclick="alert(1)" mode="exam">A quiz</adil>`, TAG],
    ["markup inside", `<adil kind="quiz" src="/q.json"><img src=x onerror=alert(1)></adil>`, TAG],
  ]) {
    test(`${name}: ${what} prints nothing that runs`, async () => {
      const page = `hostile-${what.replaceAll(" ", "-")}`;
      await wiki.save(page, text);
      const html = await pageOf(wiki.page(page));
      const [tag] = /<adil-\w+[^>]*>/.exec(html) ?? [""];
      assert.match(tag, expected, "known attributes with known words alone");
      assert.doesNotMatch(html, /<img src="?x|<adil-script/);
    });
  }
}
