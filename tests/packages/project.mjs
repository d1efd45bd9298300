// Projects of web teams: an empty folder with the package installed from its tarball and the tools of
// a framework beside it, as a developer has them after `npm install`.
import { execFile, spawn } from "node:child_process";
import { constants, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { install } from "../run/install.mjs";
import { LIMIT } from "../run/wait.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const run = promisify(execFile);

/** The tarball that `cargo xtask package npm` made. */
const TARBALL = process.env.ADIL_PACKAGE;

/** A project; all of it ends with the file of tests. */
export async function useProject() {
  if (!TARBALL) throw new Error("ADIL_PACKAGE names no tarball: cargo xtask test packages");
  install(HERE);
  const folder = mkdtempSync(join(tmpdir(), "adil-packages-"));
  const servers = [];
  after(() => {
    for (const server of servers) server.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  for (const file of ["package.json", "package-lock.json", ".npmrc", "node_modules"]) {
    cpSync(join(HERE, file), join(folder, file), { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
  }
  const inside = { cwd: folder, timeout: 5 * LIMIT, maxBuffer: 1 << 26 };
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--silent", TARBALL], inside);

  /** Writes files of a guide, or what else a project has. */
  const write = (files) => {
    for (const [file, body] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), body);
    }
  };
  /** Begins another project with the same packages. */
  const begin = (files) => {
    const own = ["src", "public", "out", "dist", "index.html", "vite.config.js", "tsconfig.json", "node_modules/.vite"];
    for (const name of own) rmSync(join(folder, name), { recursive: true, force: true });
    // Browsers ask every site for its icon.
    write({ "public/favicon.ico": "", ...files });
  };
  /** Runs a program of the packages; what it says, and whether it liked what it saw. */
  const tool = async (name, ...given) => {
    const program = join(folder, "node_modules/.bin", name);
    return run(program, given, inside).then(
      ({ stdout, stderr }) => ({ ok: true, said: stdout + stderr }),
      ({ stdout, stderr, message }) => ({ ok: false, said: `${stdout}${stderr}` || message }),
    );
  };
  /** Starts Vite's server for development; its origin. */
  const develop = async () => {
    const program = join(folder, "node_modules/.bin/vite");
    const server = spawn(program, ["--host", "127.0.0.1", "--port", "0"], { cwd: folder, env: { ...process.env, NO_COLOR: "1" } });
    servers.push(server);
    const origin = await new Promise((done, failed) => {
      let said = "";
      server.on("exit", () => failed(new Error(`vite ended: ${said}`)));
      for (const stream of [server.stdout, server.stderr]) {
        stream.on("data", (data) => {
          said += data;
          const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
          if (found) done(found);
        });
      }
    });
    return { origin, close: () => server.kill() };
  };
  const packed = join(folder, "node_modules/adil-widgets");
  const read = (file) => readFileSync(join(packed, file), "utf8");
  return { folder, packed, read, write, begin, tool, develop };
}
