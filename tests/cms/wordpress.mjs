// WordPress as Debian packs it, in a folder of its own: a site with one user for each role.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { useServices } from "./services.mjs";

export const ROLES = ["administrator", "editor", "author", "contributor"];
const PASSWORD = "correct horse battery staple";

const config = (origin, socket) => `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', '${origin}'); define('WP_SITEURL', '${origin}');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('WP_ACCESSIBLE_HOSTS', '127.0.0.1');
define('AUTOMATIC_UPDATER_DISABLED', true); define('DISABLE_WP_CRON', true);
define('WP_DEBUG', true); define('WP_DEBUG_DISPLAY', false); define('WP_DEBUG_LOG', true);
define('ADIL_TEST_PASSWORD', '${PASSWORD}');
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $salt) {
    define($salt . '_KEY', $salt); define($salt . '_SALT', $salt);
}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** A site with users; \`plugin\` is the folder of a plug-in to activate, \`files\` stand beside the pages. */
export async function useWordPress({ plugin, files = {} } = {}) {
  const services = useServices("wordpress");
  const { folder, call, copy } = services;
  const port = await services.freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { socket, ask } = await services.database();
  await ask("create database wordpress");
  copy("/usr/share/wordpress", "site");
  copy("/var/lib/wordpress/wp-content/themes", "site/wp-content/themes");
  const site = join(folder, "site");
  mkdirSync(join(site, "wp-content/plugins"), { recursive: true });
  mkdirSync(join(site, "wp-content/uploads"), { recursive: true });
  writeFileSync(join(site, "wp-config.php"), config(origin, socket));
  /** A file beside the pages, or with an absolute path a link to a folder. */
  const put = (name, body) => {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    if (body.startsWith("/")) symlinkSync(body, join(site, name));
    else writeFileSync(join(site, name), body);
  };
  for (const [name, body] of Object.entries(files)) put(name, body);
  if (plugin) symlinkSync(plugin, join(site, "wp-content/plugins/adil"));
  const php = (script, ...given) =>
    call("php", [fileURLToPath(new URL(script, import.meta.url)), site, ...given]);
  const users = JSON.parse(await php("wordpress-install.php", ...(plugin ? ["adil/adil.php"] : [])));
  const router = fileURLToPath(new URL("router.php", import.meta.url));
  await services.php("site", { port, router: [router], settings: ["opcache.enable_cli=1", "upload_max_filesize=16M"] });

  /** Someone who is logged in; \`ask\` speaks to the site's interface as the editor does. */
  const login = async (role) => {
    const cookies = users[role];
    const sent = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const ask = async (path, { method = "GET", body } = {}) => {
      const isForm = body instanceof FormData;
      const [route, query = ""] = path.split("?");
      const response = await fetch(`${origin}/index.php?rest_route=${encodeURIComponent(route)}&${query}`, {
        method, body: isForm || !body ? body : JSON.stringify(body),
        headers: { cookie: sent, "x-wp-nonce": await nonce(), ...(isForm ? {} : { "content-type": "application/json" }) },
      });
      return { status: response.status, body: await response.json() };
    };
    let known;
    const nonce = async () => (known ??= await (await fetch(`${origin}/wp-admin/admin-ajax.php?action=rest-nonce`, {
      headers: { cookie: sent },
    })).text());
    return { ask, cookies: cookies.map((cookie) => ({ ...cookie, url: origin })) };
  };
  return { ...services, origin, site, put, login };
}
