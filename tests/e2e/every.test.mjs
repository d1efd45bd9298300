// What every widget promises, tried on each that there is: the list is that of the crates, so a new
// widget is in it by being there.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "../engines/test.mjs";
import { sampled } from "../run/sample.mjs";
import { checkAxe, checkOwn, checkSoon, html, settled, useBrowser } from "./page.mjs";

const { site, visit, visitor } = useBrowser();
const WIDGETS = fileURLToPath(new URL("../../widgets/", import.meta.url));
const json = (path) => JSON.parse(readFileSync(`${WIDGETS}${path}`, "utf8"));

/** Each widget with its element and a content file that ships. */
const widgets = readdirSync(WIDGETS).sort().map((name) => {
  const { tagName: tag, attributes } = json(`${name}/custom-elements.json`).modules[0].declarations[0];
  const files = readdirSync(`${WIDGETS}${name}/examples`).filter((file) => file.endsWith(".json"));
  const file = files.sort().find((file) => json(`${name}/examples/${file}`).kind === name);
  return { name, tag, file, attributes, content: json(`${name}/examples/${file}`) };
});
assert.ok(widgets.length >= 3, "all widgets are found");

/** A page with one widget; `content` stands in the page instead of its file. */
async function open({ tag, file }, { attributes = "", content, lang = "en", head = "", ...options } = {}) {
  const inside = content === undefined
    ? `<${tag} loading="eager" src="/adil/examples/${file}" ${attributes}><p>The fallback.</p></${tag}>`
    : `<${tag} loading="eager" ${attributes}><script type="application/json">${content}</script></${tag}>`;
  const made = await site({ bodies: { "/page.html": html(`<h1>A page</h1>${inside}<p id="after">After it.</p>`, { lang, head }) } });
  const seen = await visit(`${made.origin}/page.html`, options);
  return { ...seen, site: made, widget: seen.page.locator(tag).first() };
}

const stands = (widget) => widget.locator(".base").first().waitFor();
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const one of widgets) {
  const { name, tag, content } = one;
  const looks = (...langs) => langs.flatMap((lang) => ["light", "dark"].map((scheme) => ({ lang, scheme })));
  // From right to left most can go wrong: it is tried each time.
  const others = ["en", "ru", "kk", "kk-Latn", "de", "es", "fr", "ky", "tr", "uz", "zh"];
  const tried = [...sampled(`languages and looks of ${tag}`, looks(...others), 2), ...sampled(`looks of ${tag} from right to left`, looks("ar"), 1)];
  for (const { lang, scheme } of tried) {
    test(`${tag} stands in ${lang}, ${scheme}, on a narrow page and on a wide one, and axe finds nothing`, async () => {
      const seen = await open(one, { lang, viewport: { width: 360, height: 740 }, colorScheme: scheme, head: `<meta name="color-scheme" content="light dark">` });
      await stands(seen.widget);
      const base = seen.widget.locator(".base").first();
      assert.equal(await base.evaluate((base) => getComputedStyle(base).direction), lang === "ar" ? "rtl" : "ltr");
      const ground = await base.evaluate((base) => getComputedStyle(base).backgroundColor.match(/[\d.]+/g).slice(0, 3).map(Number));
      assert.equal(ground.every((part) => part < 128), scheme === "dark", `${scheme} on ${ground}`);
      assert.equal(await fits(seen.page), 0, "nothing is wider than 360 px");
      await checkAxe(seen.page, `${tag} in ${lang}, ${scheme}`, tag);
      await seen.page.setViewportSize({ width: 1_280, height: 800 });
      assert.equal(await fits(seen.page), 0);
      assert.deepEqual(seen.said, []);
      checkOwn(seen, seen.site.origin);
      await seen.close();
    });
  }

  // Tools that make pages write attributes that nobody filled in.
  test(`${tag} with an empty mode is as without one`, async () => {
    const { widget, ...seen } = await open(one, { attributes: `mode=""` });
    await stands(widget);
    assert.deepEqual(seen.said, []);
    await seen.close();
  });

  test(`${tag} can be reached and left by Tab`, async () => {
    const { page, widget, ...seen } = await open(one);
    await stands(widget);
    const at = () => page.evaluate(() => document.activeElement.localName);
    let stops = 0;
    for (await page.keyboard.press("Tab"); (await at()) !== "body" && stops < 80; stops++) {
      assert.equal(await at(), tag);
      await page.keyboard.press("Tab");
    }
    assert.ok(stops > 0 && stops < 80, `${stops} stops`);
    await seen.close();
  });

  test(`${tag} works where the browser keeps nothing`, async () => {
    const deny = () => {
      for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
        Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
      }
    };
    const { widget, ...seen } = await open(one, { init: [deny] });
    await stands(widget);
    assert.deepEqual(seen.said, []);
    await seen.close();
  });

  test(`${tag} that goes takes its view along, and comes back when it is put back`, async () => {
    const { page, widget, ...seen } = await open(one);
    await stands(widget);
    await page.evaluate((tag) => {
      window.kept = document.querySelector(tag);
      window.kept.remove();
    }, tag);
    await checkSoon(() => page.evaluate(() => window.kept.shadowRoot.querySelectorAll(".base").length), 0);
    await page.evaluate(() => document.body.append(window.kept));
    await stands(widget);
    assert.equal(await widget.locator(".base").first().count(), 1);
    assert.deepEqual(seen.said, []);
    await seen.close();
  });

  test(`${tag} says where a broken file is broken, and keeps its fallback`, async () => {
    const { widget, ...seen } = await open(one, { content: JSON.stringify({ ...content, title: 7 }) });
    await widget.getByRole("alert").waitFor();
    assert.match(seen.said.join(), /inline: title: expected .*, found 7/);
    await seen.close();
  });

  test(`${tag} shows a hostile title as text`, async () => {
    const hostile = `<img src=x onerror="window.ran = 1"><script>window.ran = 1</script>`;
    const text = JSON.stringify({ ...content, id: "hostile", title: hostile }).replaceAll("<", "\\u003c");
    const { page, widget, ...seen } = await open(one, { content: text });
    await stands(widget);
    await settled(page);
    assert.equal(await page.evaluate(() => window.ran), undefined);
    await widget.getByText("<img src=x", { exact: false }).first().waitFor();
    await seen.close();
  });

  test(`${tag} leaves its fallback where there is no JavaScript`, async () => {
    const context = await visitor({ javaScriptEnabled: false });
    const { page, ...seen } = await open(one, { context });
    assert.ok(await page.getByText("The fallback.").isVisible(), name);
    await seen.close();
  });

  test(`${tag} prints without what only a screen needs`, async () => {
    const { page, widget, ...seen } = await open(one);
    await stands(widget);
    await page.emulateMedia({ media: "print" });
    const buttons = await widget.locator("button.go").evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
    assert.equal(buttons, 0);
    await seen.close();
  });
}
