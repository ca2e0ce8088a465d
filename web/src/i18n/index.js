/**
 * Every word on the screens comes from here. Dictionaries are flat (key -> sentence with {holes});
 * a page waits for loadTexts() and then asks t() without waiting. Missing keys show as the key itself.
 */
let texts = {};

export function language() {
  return document.documentElement.lang === "en" ? "en" : "zh-CN";
}

/**
 * Loads the dictionaries of the language in use; the public page asks for "report" only and stays small. Whoever asks
 * for "main" wears the bar, whose words are in "nav".
 */
export async function loadTexts(...names) {
  const wanted = names.length ? names : ["main"];
  if (wanted.includes("main")) wanted.push("nav");
  const sheets = await Promise.all(wanted.map(sheetOf));
  const dress = await dresser();
  texts = Object.assign({}, texts, ...sheets.map((sheet) => dress(sheet.default)));
}

function sheetOf(name) {
  const file = name === "main" ? language() : `${name}.${language()}`;
  return import(`./${file}.js`);
}

/** The pseudo language shows what came from no dictionary: see pseudo.js. Else words are taken as they are. */
async function dresser() {
  const { dataset } = document.documentElement;
  return dataset && dataset.pseudo ? (await import("./pseudo.js")).pseudoSheet : (sheet) => sheet;
}

export function t(key, values = {}) {
  return filled(key in texts ? texts[key] : key, values);
}

/** The text with its {holes} filled; those without a value stay. */
export function filled(text, values = {}) {
  return text.replace(/\{(\w+)\}/g, (hole, name) => (name in values ? String(values[name]) : hole));
}

export function has(key) {
  return key in texts;
}

/** A sentence that depends on a count: key.one / key.other by the rules of the language. */
export function tn(key, count, values = {}) {
  const form = made("plural", () => new Intl.PluralRules(language())).select(count);
  return t(`${key}.${has(`${key}.${form}`) ? form : "other"}`, { n: number(count), ...values });
}

/** A code word of the server in the user's words, or the code where no word is known. */
export function word(group, code) {
  if (!code) return "";
  return has(`${group}.${code}`) ? t(`${group}.${code}`) : String(code);
}

/** The role of a contact in the user's language; empty where the label, such as "Grid head 12", says it already. */
export function roleOf(contact, label) {
  const role = (language() === "en" ? contact.roleEn : contact.roleZh) || word("role", contact.role);
  return label.startsWith(role) ? "" : role;
}

export function number(value, digits = 0) {
  // Small amounts read alike in every language, and the formatter is slow to make.
  const plain = Number(Number(value).toFixed(digits));
  if (plain >= 0 && plain < 1000) return String(plain);
  return made(`number ${digits}`, () => new Intl.NumberFormat(language(), { maximumFractionDigits: digits })).format(value);
}

const formats = new Map();

/** Making a format takes longer than a hundred uses of it. */
function made(name, make) {
  const key = `${name} ${language()}`;
  if (!formats.has(key)) formats.set(key, make());
  return formats.get(key);
}

/** Picks the name in the language of the screens from anything that carries nameZh / nameEn / name. */
export function nameOf(thing) {
  if (!thing) return "";
  const { nameZh, nameEn, name } = thing;
  return (language() === "en" ? nameEn || name || nameZh : nameZh || name || nameEn) || thing.code || "";
}

/** Fills the page's own markup: data-t (text), data-t-title, data-t-placeholder, data-t-label (aria-label). */
export function translate(root = document) {
  for (const node of root.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const [data, attribute] of [
    ["tTitle", "title"],
    ["tPlaceholder", "placeholder"],
    ["tLabel", "aria-label"],
  ]) {
    const name = data.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    for (const node of root.querySelectorAll(`[data-${name}]`)) node.setAttribute(attribute, t(node.dataset[data]));
  }
}
