import { chromium } from "playwright-core";
import { serve } from "./e2e/server.mjs";
const s = await serve({ "/": "../dist/" });
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu","--disable-quic","--disable-background-networking"] });
const p = await b.newPage({ viewport: { width: +(process.argv[2] ?? 1000), height: 900 }, colorScheme: process.argv[4] ?? "light" });
p.on("console", m => console.log(m.type(), m.text())); p.on("pageerror", e => console.log("ERR", e.message, e.stack?.slice(0,400)));
await p.goto(s.origin + "/?lang=" + (process.argv[3] ?? "en"));
await p.waitForTimeout(2500);
for (const q of await p.$$("adil-quiz")) { await q.scrollIntoViewIfNeeded(); await p.waitForTimeout(700); }
await p.screenshot({ path: `/tmp/out/look.png`, fullPage: true });
await b.close(); await s.close();
