/**
 * Packs the console into few files: vendor/pack/console.js with what it imports at once, console.css with the styles that its page
 * names, and a file of words for each language. A page of a hundred and fifty modules is slow to open however well they are kept by
 * the browser. The modules stay as they are written, beside the pack, for everything else.
 */
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const PAGES = { console: "index.html" };
const LANGUAGES = ["zh-CN", "en"];

export async function pack(build, web) {
  const target = join(web, "vendor", "pack");
  const made = join(web, `vendor.${process.pid}`);
  mkdirSync(made, { recursive: true });
  try {
    for (const [name, page] of Object.entries(PAGES)) {
      await packScripts(build, web, made, name);
      await packStyles(build, web, made, name, page);
    }
    rmSync(target, { recursive: true, force: true });
    renameSync(made, target);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

async function packScripts(build, web, made, name) {
  await build({
    entryPoints: { [name]: join(web, "src", name, "main.js") },
    absWorkingDir: web,
    outdir: made,
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    charset: "utf8",
    target: "es2022",
    external: ["/webjars/*"],
    plugins: [sheets(web)],
    logLevel: "warning",
  });
}

/** Words are imported by a name that is made up when the page runs; in a pack all sheets of a language are one file. */
function sheets(web) {
  const folder = join(web, "src", "i18n");
  return {
    name: "sheets",
    setup({ onLoad, onResolve }) {
      onLoad({ filter: /[\\/]i18n[\\/]index\.js$/ }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        const asked = "import(`./${file}.js`)";
        if (!text.includes(asked)) throw new Error(`${path} imports its sheets in another way than this program knows`);
        const files = LANGUAGES.map((language) => `${JSON.stringify(language)}: () => import("sheets:${language}")`);
        const packed = `const packed = { ${files.join(", ")} };\n`;
        const one = "packed[language()]().then(({ default: all }) => ({ default: all[name] }))";
        return { contents: packed + text.replace(asked, one), loader: "js", resolveDir: folder };
      });
      onResolve({ filter: /^sheets:/ }, ({ path }) => ({ path: path.slice("sheets:".length), namespace: "sheets" }));
      onLoad({ filter: /.*/, namespace: "sheets" }, ({ path: language }) => {
        const ending = `${language}.js`;
        const names = readdirSync(folder).filter((file) => file === ending || file.endsWith(`.${ending}`));
        const imports = names.map((file, k) => `import s${k} from "./${file}";`).join("\n");
        const all = names.map((file, k) => `${JSON.stringify(file === ending ? "main" : file.slice(0, -ending.length - 1))}: s${k}`);
        return { contents: `${imports}\nexport default { ${all.join(", ")} };`, loader: "js", resolveDir: folder };
      });
    },
  };
}

/** The page's own styles in the order in which it names them. */
async function packStyles(build, web, made, name, page) {
  const html = readFileSync(join(web, page), "utf8");
  const styles = [...html.matchAll(/<link rel="stylesheet" href="\/(src\/[^"]+)" \/>/g)].map(([, path]) => path);
  await build({
    stdin: { contents: styles.map((path) => `@import "./${path}";`).join("\n"), resolveDir: web, loader: "css" },
    outfile: join(made, `${name}.css`),
    bundle: true,
    minify: true,
    charset: "utf8",
    target: "chrome111",
    external: ["*.svg", "*.png", "*.woff2"],
    logLevel: "warning",
  });
}
