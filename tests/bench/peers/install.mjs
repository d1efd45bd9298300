// Puts the peers in place, at the versions of the lock file.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Packages with versions; those for other machines are left out. */
const versions = (file) => Object.entries(JSON.parse(readFileSync(file, "utf8")).packages)
  .filter(([path, { optional }]) => path && !optional)
  .map(([path, { version }]) => `${path}@${version}`);

/** Installs the peers where they are missing or of other versions. */
export function installPeers() {
  const done = here("node_modules/.package-lock.json");
  const have = new Set(existsSync(done) ? versions(done) : []);
  if (versions(here("package-lock.json")).every((one) => have.has(one))) return;
  console.log("installing the peers into tests/bench/peers/node_modules");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: here("."), stdio: "inherit" });
}
