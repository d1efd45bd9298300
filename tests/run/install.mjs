// Puts a suite's own packages in place, at the versions of its lock file.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Packages with versions; those for other machines are left out. */
const versions = (file) => Object.entries(JSON.parse(readFileSync(file, "utf8")).packages)
  .filter(([path, { optional }]) => path && !optional)
  .map(([path, { version }]) => `${path}@${version}`);

/** Installs what a folder's `package-lock.json` lists where it is missing or of other versions. */
export function install(folder) {
  const done = join(folder, "node_modules/.package-lock.json");
  const have = new Set(existsSync(done) ? versions(done) : []);
  if (versions(join(folder, "package-lock.json")).every((one) => have.has(one))) return;
  console.log(`installing what ${folder}/package-lock.json lists`);
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: "inherit" });
}
