// DokuWiki and MediaWiki as Debian packs them, in folders of their own, with and without our plug-in.
import { appendFileSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DIST } from "../e2e/page.mjs";
import { pluginOf, useServices } from "./services.mjs";

/** What the text between two marks of a page is. */
const field = (html, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";

/** Files beside a wiki: the release and a quiz. */
function beside(site, quiz) {
  symlinkSync(resolve(DIST), join(site, "adil"));
  mkdirSync(join(site, "quizzes"));
  writeFileSync(join(site, "quizzes/honesty.json"), quiz);
}

/** A DokuWiki that everybody may edit; \`save\` writes a page as its form does. */
export async function useDokuWiki(quiz) {
  const services = useServices("dokuwiki");
  const site = join(services.folder, "site");
  services.copy("/usr/share/dokuwiki", "site");
  services.copy("/etc/dokuwiki", "site/conf");
  // What Debian keeps elsewhere lies in the folder, as DokuWiki has it by itself.
  writeFileSync(join(site, "inc/preload.php"), "<?php\n");
  rmSync(join(site, "conf/local.php"), { force: true });
  writeFileSync(join(site, "conf/local.php"), "<?php\n$conf['title'] = 'Our school'; $conf['useacl'] = 0; $conf['savedir'] = './data';\n");
  services.copy("/var/lib/dokuwiki/data", "site/data");
  beside(site, quiz);
  const plugin = join(site, "lib/plugins/adil");
  const port = await services.freePort();
  const origin = await services.php("site", { port });
  const save = async (id, text) => {
    const form = await fetch(`${origin}/doku.php?id=${id}&do=edit`);
    const html = await form.text();
    const cookie = form.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
    const body = new URLSearchParams({
      id, sectok: field(html, "sectok"), date: field(html, "date"), changecheck: field(html, "changecheck"),
      prefix: "", suffix: "", rev: "0", target: "section", summary: "", wikitext: text, "do[save]": "1",
    });
    const response = await fetch(`${origin}/doku.php`, { method: "POST", body, headers: { cookie }, redirect: "manual" });
    if (response.status !== 302) throw new Error(`DokuWiki did not save: ${response.status}`);
  };
  return {
    ...services, origin, save,
    extend: () => cpSync(pluginOf("dokuwiki/adil"), plugin, { recursive: true }),
    page: (id) => `${origin}/doku.php?id=${id}`,
    text: async (id) => (await (await fetch(`${origin}/doku.php?id=${id}&do=export_raw`)).text()).trim(),
  };
}

/** A MediaWiki that everybody may edit; \`save\` writes a page as programs do. */
export async function useMediaWiki(quiz) {
  const services = useServices("mediawiki");
  const site = join(services.folder, "site");
  services.copy("/usr/share/mediawiki", "site", ["extensions", "extensions-core"]);
  mkdirSync(join(site, "extensions"));
  rmSync(join(site, "LocalSettings.php"), { force: true });
  beside(site, quiz);
  const port = await services.freePort();
  const origin = `http://127.0.0.1:${port}`;
  await services.call("php", [
    join(site, "maintenance/install.php"), "--dbtype=sqlite", `--dbpath=${join(services.folder, "db")}`, `--server=${origin}`,
    "--scriptpath=", "--pass=correct horse battery", "--skins=Vector", "Our school", "Admin",
  ]);
  // Its database is one file: chores of its own, done after each page, would lock it.
  appendFileSync(join(site, "LocalSettings.php"), "\n$wgJobRunRate = 0;\n");
  await services.php("site", { port });
  const api = async (given, method = "GET") => {
    const asked = new URLSearchParams({ format: "json", formatversion: "2", ...given });
    const answer = method === "GET" ? await fetch(`${origin}/api.php?${asked}`) : await fetch(`${origin}/api.php`, { method, body: asked });
    return answer.json();
  };
  const save = async (title, text) => {
    // Who is not logged in has this token.
    const said = await api({ action: "edit", title, text, token: "+\\" }, "POST");
    if (said.edit?.result !== "Success") throw new Error(`MediaWiki did not save: ${JSON.stringify(said)}`);
  };
  return {
    ...services, origin, save,
    extend: () => {
      cpSync(pluginOf("mediawiki/Adil"), join(site, "extensions/Adil"), { recursive: true });
      appendFileSync(join(site, "LocalSettings.php"), "\nwfLoadExtension( 'Adil' );\n");
    },
    page: (title) => `${origin}/index.php?title=${encodeURIComponent(title)}`,
    text: async (title) => (await (await fetch(`${origin}/index.php?title=${encodeURIComponent(title)}&action=raw`)).text()).trim(),
  };
}
