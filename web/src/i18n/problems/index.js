import data from "./data.js";
import desk from "./desk.js";
import setup from "./setup.js";

export { FAULTS, FIELDS } from "./fields.js";
export const PROBLEMS = { ...data, ...setup, ...desk };
