import { listLayers } from "../api/grids.js";
import { listAll, listShort, read } from "../api/setup.js";
import { nameOf } from "../i18n/index.js";
import { choicesOf } from "../ui/form.js";

const kept = new Map();

/** Read once while the page is open: what forms choose from. */
function once(name, make) {
  if (!kept.has(name)) kept.set(name, make().catch((problem) => {
    kept.delete(name);
    throw problem;
  }));
  return kept.get(name);
}

export function forget(name) {
  kept.delete(name);
}

export const departments = () => once("departments", async () => choicesOf(await listAll("/api/v1/departments")));
export const layers = () => once("layers", async () => choicesOf(await listLayers()));
export const playbooks = () =>
  once("playbooks", async () =>
    (await listAll("/api/v1/playbooks")).map((one) => [one.code, `${nameOf({ nameZh: one.titleZh, nameEn: one.titleEn })} \u00b7 ${one.code}`]));
export const templates = () => once("templates", async () => choicesOf(await listAll("/api/v1/team-templates")));
export const campaignTemplates = () => once("campaign-templates", () => listShort("/api/v1/campaign-templates"));

/** The tree of categories in force: { version, validFrom, categories: groups with children }. */
export const tree = () => once("tree", async () => (await read("/api/v1/categories")).data);

/** Categories that can be reported, as pairs. */
export async function categories() {
  return choicesOf((await tree()).categories.flatMap((group) => group.children));
}

const roleNames = new Map();

/** The roles that any template names, as pairs. */
export const roles = () =>
  once("roles", async () => {
    for (const template of await listAll("/api/v1/team-templates")) {
      for (const role of template.roles) roleNames.set(role.role, nameOf(role));
    }
    return [...roleNames].map(([role, name]) => [role, `${name} \u00b7 ${role}`]);
  });

/** What a role is called, once roles() have been read. */
export const roleName = (role) => roleNames.get(role) ?? role;
