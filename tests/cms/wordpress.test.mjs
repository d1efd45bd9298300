// WordPress on loopback, with the plug-in and without: who may save what, and what becomes of it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read as guide } from "../e2e/guides.mjs";
import { test } from "../run/test.mjs";
import { keeps, WAYS } from "./roles.mjs";
import { QUIZ, useSchool } from "./school.mjs";
import { ROLES } from "./wordpress.mjs";

const wp = await useSchool();
const { origin } = wp;

/** What each role keeps of some ways, as the guide's table has it. */
async function table(ways) {
  const rows = [];
  for (const way of ways) {
    const cells = [];
    for (const role of ROLES) cells.push((await keeps(await wp.login(role), origin, WAYS[way])) ? "yes" : "no");
    rows.push([way, ...cells]);
  }
  return rows;
}

/** The rows of the guide's table for these ways. */
const told = (ways) => guide("wordpress").text.split("\n").map((line) => line.split("|").map((cell) => cell.trim()).slice(1, -1))
  .filter(([way]) => ways.includes(way));

test("with the plug-in every role keeps the block and the shortcode, as the guide says", async () => {
  const ways = ["the block", "the shortcode"];
  const rows = await table(ways);
  assert.deepEqual(rows, told(ways));
  assert.ok(rows.flat().every((cell) => cell !== "no"));
});

for (const [what, attributes, expected] of [
  ["a script as address", { src: "javascript:alert(1)" }, ""],
  ["data as address", { src: "data:application/json,{}" }, ""],
  ["no address", { src: " " }, ""],
  ["a kind that is none", { kind: "script", src: "/q.json" }, ""],
  ["markup in words", { src: "/q.json", fallback: "<img src=x onerror=alert(1)>" }, "<p>&lt;img src=x onerror=alert(1)&gt;</p>"],
  ["a quotation mark", { src: "/q.json\" onclick=\"alert(1)" }, `src="/q.json%20onclick=alert(1)">`],
  ["a word that is none", { src: "/q.json", settings: { mode: "exam", seed: "\"><b>", onclick: "alert(1)" } }, `<adil-quiz src="/q.json" seed="&quot;&gt;&lt;b&gt;"><p>`],
  ["settings that are none", { src: "/q.json", settings: { mode: ["test"] } }, `<adil-quiz src="/q.json"><p>`],
  ["an address with a query", { src: "/q.json?a=1&b=2" }, `<adil-quiz src="/q.json?a=1&amp;b=2"><p>`],
]) {
  test(`the block with ${what} prints nothing that runs`, async () => {
    const { ask } = await wp.login("administrator");
    // Who may save everything is the one whose words nothing else has cleaned.
    const content = `<!-- wp:adil/widget ${JSON.stringify(attributes).replace(/[<>&]|--/g, (c) => `\\u${c.charCodeAt().toString(16).padStart(4, "0")}${c.slice(1)}`)} /-->`;
    const { body } = await ask("/wp/v2/posts?context=edit", { method: "POST", body: { title: what, content } });
    const printed = body.content.rendered.trim();
    if (expected === "") assert.equal(printed, "");
    else assert.ok(printed.includes(expected), printed);
    assert.doesNotMatch(printed, /javascript:|<img|<b>| onclick="/);
  });
}

test("the media library takes content files of authors, and no other JSON", async () => {
  const upload = async (role, name, text) => {
    const { ask } = await wp.login(role);
    const body = new FormData();
    body.append("file", new Blob([text], { type: "application/json" }), name);
    return ask("/wp/v2/media", { method: "POST", body });
  };
  const { status, body } = await upload("author", "honesty.json", QUIZ);
  assert.equal(status, 201, JSON.stringify(body));
  assert.equal(body.mime_type, "application/json");
  assert.deepEqual(await (await fetch(body.source_url)).json(), JSON.parse(QUIZ));
  for (const other of [`{"secrets": 1}`, "[1]", "no JSON", `<?php echo 1;`]) {
    const refused = await upload("author", "other.json", other);
    assert.equal(refused.status, 500, other);
    assert.match(refused.body.message, /no content file of Adil/);
  }
  assert.equal((await upload("contributor", "honesty.json", QUIZ)).status, 403);
});

// Last, since it takes the plug-in away.
test("without the plug-in each role keeps what the guide says", async () => {
  const { ask } = await wp.login("administrator");
  const { status } = await ask("/wp/v2/plugins/adil/adil", { method: "POST", body: { status: "inactive" } });
  assert.equal(status, 200);
  const ways = ["the two tags", "a frame", "the address of a page"];
  assert.deepEqual(await table(ways), told(ways));
  assert.equal(await keeps(await wp.login("editor"), origin, WAYS["the block"]), false, "the plug-in is away");
});

test("nothing went wrong in WordPress", () => {
  let log = "";
  try {
    log = readFileSync(join(wp.site, "wp-content/debug.log"), "utf8");
  } catch {
    // There is no file where there was nothing to write.
  }
  assert.doesNotMatch(log, /plugins\/adil|PHP (Fatal|Parse)/, log);
});
