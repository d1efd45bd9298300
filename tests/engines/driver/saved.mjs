// Files that a browser saves, for engines whose driver tells nothing of them: its folder is watched.
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** What browsers call a file that is not whole yet. */
const PARTS = [".part", ".wkdownload"];

/** A folder of its own for a browser's files. */
export const folderFor = (browser) => mkdtempSync(join(tmpdir(), `adil-${browser}-saved-`));

/** The files of a folder that are whole: none that is empty, or has a part beside it. */
function wholeIn(folder) {
  const names = readdirSync(folder);
  const isPart = (name) => PARTS.some((part) => name.endsWith(part));
  const isWhole = (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size > 0;
  return names.some(isPart) ? [] : names.filter(isWhole);
}

/** Tells of files that are saved, and puts each away before the next one of its name; what ends it. */
export function watchSaved(folder, tell) {
  const away = [];
  const watching = setInterval(() => {
    for (const name of wholeIn(folder)) {
      const path = join(folderFor("file"), name);
      away.push(dirname(path));
      renameSync(join(folder, name), path);
      tell({ suggestedFilename: () => name, path: async () => path });
    }
  }, 50);
  return () => {
    clearInterval(watching);
    for (const folder of away) rmSync(folder, { recursive: true, force: true });
  };
}
