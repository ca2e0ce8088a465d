import { readdirSync } from "node:fs";

const ROOT = new URL("../", import.meta.url);
const NOT_OURS = new Set(["test", "build", "node_modules", "vendor"]);

/** Our own files of the screens with one of the endings, as URLs; tests are left out. */
export function files(endings, folder = ROOT) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory())
      return NOT_OURS.has(entry.name) ? [] : files(endings, new URL(`${entry.name}/`, folder));
    return endings.some((ending) => entry.name.endsWith(ending)) ? [new URL(entry.name, folder)] : [];
  });
}
