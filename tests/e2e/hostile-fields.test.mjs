// Plans, maps, checks, records and studies from someone who means harm: in every place for a text that
// their schemas have, and in each mode, nothing of it runs, asks for anything, or changes the page.
import assert from "node:assert/strict";
import { test } from "../run/test.mjs";
import { fieldsOf, fill } from "../attacks/fields.mjs";
import { inTurn, sampled } from "../run/sample.mjs";
import { HOSTILE } from "./hostile-texts.mjs";
import { asksNoMore, checkSoon, example, html, readJson, useBrowser } from "./page.mjs";

const { site, visit } = useBrowser();
const [plan, check, record] = ["plan", "check", "record"].map((name) => readJson(`locales/${name}.en.json`));
const PARTS = 5;
/** All texts in a few, for a place each. */
const TEXTS = Array.from({ length: PARTS }, (_, part) => HOSTILE.filter((_, n) => n % PARTS === part).map(({ text }) => text).join("\n\n"));

/** A content that ships, with hostile texts in every place, in each another one of them. */
function hostile(kind, file, shift) {
  let place = shift;
  return fill(kind, example(file), ({ kind: sort }) => {
    place += 1;
    const text = TEXTS[place % PARTS];
    if (sort === "string") return text.slice(0, 80);
    return sort === "rich" && place % 2 ? { html: `<b>kept</b>${text}` } : text;
  });
}

const press = (widget, name) => widget.getByRole("button", { name, exact: true }).first().click();
/** Presses the way on for as long as there is one. */
async function goOn(widget, selector, most, before = async () => {}) {
  for (let n = 0; n < most && (await widget.locator(selector).first().isVisible()); n++) {
    await before(widget);
    await widget.locator(selector).first().click();
  }
}
/** Chooses the first answer wherever one is asked for. */
const choose = async (widget) => {
  for (const group of await widget.locator("fieldset:visible, .question:visible").all()) {
    const radio = group.locator("input[type=radio], input[type=checkbox]").first();
    if (await radio.count()) await radio.check({ force: true });
  }
  for (const select of await widget.locator("select:visible").all()) await select.selectOption({ index: 1 });
};

/** Each mode, and the way through its screens. */
const WAYS = {
  plan: ["plan", "integrity-hour-1", "", async (widget) => {
    await press(widget, plan.run_it);
    await goOn(widget, ".controls .go", 12);
  }],
  "plan, of a university": ["plan", "who-decides", "", async (widget) => {
    await widget.locator("select").first().selectOption({ index: 1 });
    await press(widget, plan.run_it);
  }],
  "plan, print": ["plan", "open-decisions", `mode="print"`, async () => {}],
  "plan, campaign": ["plan", "integrity-hour-1", `mode="campaign" dates="2026-10-15"`, async (widget) => {
    for (const name of ["print_report", "print_certificate", "print_poster"]) await press(widget, plan[name]);
    await press(widget, plan.write_down);
  }],
  "plan, map": ["plan-map", "integrity-curriculum", `mode="map"`, async (widget) => widget.locator("select").first().selectOption({ index: 1 })],
  check: ["check", "coi-check", "", async (widget) => {
    await goOn(widget, ".foot .go", 30, choose);
  }],
  "check, speaking up": ["check", "speaking-up", "", async (widget) => goOn(widget, ".foot .go", 12, choose)],
  "check, readiness": ["check", "iso-37001-ready", `mode="readiness"`, async (widget) => goOn(widget, ".foot .go", 20, choose)],
  record: ["record", "our-club", "", async (widget) => {
    await press(widget, record.add);
    await press(widget, record.save);
    await widget.locator("[part=mistake]").first().waitFor();
  }],
  "record, shop": ["record", "honesty-shop", "", async (widget) => {
    await widget.getByText(record.files, { exact: true }).click();
    await press(widget, record.about);
  }],
  "record, merge": ["record", "our-club", `mode="merge"`, async () => {}],
  "record, study": ["study", "pilot-study", `mode="study"`, async (widget) => {
    await press(widget, record.begin);
    await press(widget, record.take_part);
    await goOn(widget, ".foot .go", 16, choose);
  }],
  "record, collect": ["study", "pilot-study", `mode="collect"`, async () => {}],
  "record, setup": ["study", "pilot-study", `mode="setup"`, async (widget) => press(widget, record.setup_try)],
};

/** Runs in the page: what hostile texts call, and what must not be there. */
function mark() {
  window.pwned = [];
  window.xss = (n) => window.pwned.push(n);
  window.print = () => {};
  window.wrongIn = (root) => [...root.querySelectorAll("*")].flatMap((element) => {
    const names = Element.prototype.getAttributeNames.call(element);
    const wrong = names.filter((name) => /^on|^(srcdoc|formaction|ping)$/i.test(name));
    if (element.matches("script, style, link, meta, base, iframe, object, embed, animate, set")) wrong.push(element.localName);
    if (element.matches("a[href]") && !/^(https?|mailto):/.test(element.href)) wrong.push(element.getAttribute("href"));
    return [...wrong, ...(element.shadowRoot ? window.wrongIn(element.shadowRoot) : [])];
  });
}

test("the schemas have these places for texts, and all that a content may have is tried", () => {
  const least = { plan: 60, "plan-map": 20, check: 60, record: 40, study: 60 };
  for (const [kind, file] of [["plan", "integrity-hour-1"], ["plan-map", "integrity-curriculum"], ["check", "coi-check"], ["record", "honesty-shop"], ["study", "pilot-study"]]) {
    const places = fieldsOf(kind, example(file));
    assert.ok(places.length >= least[kind], `${kind}: ${places.length} places`);
  }
});

for (const [name, [kind, file, attributes, walk]] of sampled("modes with hostile texts in every field", Object.entries(WAYS), 5)) {
  test(`in no place for a text of a ${name} anything runs`, async () => {
    for (const shift of inTurn("hostile texts in another place", [0, 1, 2, 3, 4])) {
      const content = hostile(kind, file, shift);
      const tag = `adil-${name.split(",")[0]}`;
      const inside = `<script type="application/json">${JSON.stringify(content).replaceAll("<", "\\u003c")}</script>`;
      const body = html(`<${tag} loading="eager" storage="none" ${attributes}>${inside}</${tag}>`);
      // What blocks of a plan show is there; every address that a text makes up has an answer, too.
      const shown = new Set((content.blocks ?? []).map(({ widget }) => widget?.src));
      const fault = (path) => {
        if (/^\/(adil\/|page.html)/.test(path)) return undefined;
        return shown.has(path.slice(1)) ? { body: JSON.stringify(example(path.slice(1, -5))), type: "application/json" } : { body: "", type: "image/svg+xml" };
      };
      const made = await site({ bodies: { "/page.html": body }, fault });
      const { page, said, asked, dialogs, close } = await visit(`${made.origin}/page.html`, { init: [mark] });
      const widget = page.locator(tag).first();
      await widget.locator(".base").first().waitFor();
      const safe = async () => assert.deepEqual(await page.evaluate((tag) => window.wrongIn(document.querySelector(tag).shadowRoot), tag), []);
      await safe();
      await walk(widget);
      await safe();
      await asksNoMore(page);
      assert.deepEqual([await page.evaluate(() => window.pwned), dialogs], [[], []]);
      // Pictures of the marks' own syntax may be asked for, of this site; a foreign one never is.
      const foreign = asked.filter((url) => !url.startsWith(made.origin) && !/^(data|blob):/.test(url));
      assert.deepEqual(foreign, []);
      assert.equal(page.url(), `${made.origin}/page.html`);
      assert.equal(await page.locator("h1").count(), 1, "nothing beside it changed");
      assert.deepEqual(said.filter((line) => !/Content Security|ERR_|Failed to load|Refused/.test(line)), []);
      await close();
    }
  });
}
