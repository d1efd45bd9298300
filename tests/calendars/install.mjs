// Puts the readers in place, at the versions of package-lock.json and requirements.txt.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const cwd = fileURLToPath(new URL(".", import.meta.url));
const run = (program, ...given) => execFileSync(program, given, { cwd, stdio: ["ignore", "ignore", "inherit"] });

/** Python with its reader. */
export const PYTHON = `${cwd}python/bin/python`;

export function installReaders() {
  console.log("looking for two readers of calendars in tests/calendars");
  if (!existsSync(`${cwd}node_modules/ical.js`)) run("npm", "ci", "--no-audit", "--no-fund");
  if (!existsSync(PYTHON)) run("python3", "-m", "venv", "python");
  run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", "requirements.txt");
}
