/**
 * Fetches the libraries of the screens by npm and writes each as one ES module with its licences:
 * vendor/NAME/index.js and vendor/NAME/LICENSE. Only their files go through a bundler, since they name each other by
 * package; our own modules are served as they are written, those of the busiest page also as a pack (pack.mjs). Nothing is fetched
 * while vendor/ fits the lock file. The bundler stays in node_modules/.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pack } from "./pack.mjs";

const WEB = fileURLToPath(new URL("../", import.meta.url));
const TARGET = join(WEB, "vendor");
const TOOLS = join(WEB, "node_modules");
const OLDEST_NODE = 18;
/** What is written, and whether it has a default export. */
const LIBRARIES = { gcoord: true, "pinyin-pro": false, supercluster: true };

const stamp = createHash("sha256")
  .update(readFileSync(join(WEB, "package-lock.json")))
  .update(readFileSync(fileURLToPath(import.meta.url)))
  .digest("hex");

if (!isThere()) {
  if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE)
    fail(`node ${process.versions.node} is too old; ${OLDEST_NODE} or newer is needed.`);
  await make();
}
await pack(createRequire(join(TOOLS, "package.json"))("esbuild").build, WEB);

function isThere() {
  if (!existsSync(join(TOOLS, "esbuild"))) return false;
  const mark = join(TARGET, "stamp");
  return existsSync(mark) && readFileSync(mark, "utf8") === stamp;
}

/** Made beside and moved into place whole, so that two builds at once, or one that is cut, leave nothing half. */
async function make() {
  const work = mkdtempSync(join(tmpdir(), "gridward-vendor-"));
  try {
    install(work);
    const { build } = createRequire(join(work, "package.json"))("esbuild");
    for (const [name, hasDefault] of Object.entries(LIBRARIES)) await write(build, work, name, hasDefault);
    keepBundler(work);
    writeFileSync(join(work, "out", "stamp"), stamp);
    const made = `${TARGET}.${process.pid}`;
    cpSync(join(work, "out"), made, { recursive: true });
    if (!isThere()) {
      rmSync(TARGET, { recursive: true, force: true });
      renameSync(made, TARGET);
    }
    rmSync(made, { recursive: true, force: true });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function keepBundler(work) {
  for (const folder of ["esbuild", "@esbuild"]) {
    const made = join(TOOLS, `${folder}.${process.pid}`);
    cpSync(join(work, "node_modules", folder), made, { recursive: true });
    rmSync(join(TOOLS, folder), { recursive: true, force: true });
    renameSync(made, join(TOOLS, folder));
  }
}

function install(work) {
  for (const file of ["package.json", "package-lock.json"]) cpSync(join(WEB, file), join(work, file));
  const options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  try {
    execFileSync(process.platform === "win32" ? "npm.cmd" : "npm", options, { cwd: work, stdio: "inherit" });
  } catch (problem) {
    fail(
      problem.code === "ENOENT"
        ? "npm is not installed; on Debian and Ubuntu: apt-get install npm"
        : "npm could not fetch the libraries named in web/package-lock.json; the lines above say why.",
    );
  }
}

async function write(build, work, name, hasDefault) {
  const source = `export * from "${name}";${hasDefault ? ` export { default } from "${name}";` : ""}`;
  const { metafile } = await build({
    stdin: { contents: source, resolveDir: work },
    absWorkingDir: work,
    outfile: join("out", name, "index.js"),
    bundle: true,
    format: "esm",
    minify: true,
    charset: "utf8",
    target: "es2022",
    metafile: true,
    logLevel: "warning",
  });
  const used = new Set(Object.keys(metafile.inputs).map(packageOf).filter(Boolean));
  mkdirSync(join(work, "out", name), { recursive: true });
  writeFileSync(join(work, "out", name, "LICENSE"), [...used].sort().map((one) => licence(work, one)).join("\n"));
}

function packageOf(path) {
  return path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1];
}

function licence(work, name) {
  const folder = join(work, "node_modules", name);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return `${name} ${version}\n\n${readFileSync(join(folder, "LICENSE"), "utf8").trim()}\n`;
}

function fail(words) {
  console.error(`gridward: ${words}`);
  process.exit(1);
}
