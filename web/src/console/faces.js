import { listFaces } from "../api/border.js";
import { number, t, word } from "../i18n/index.js";
import { facesLayer } from "../map/extras.js";
import { boundsOf } from "../map/view.js";

const MOST = 1000;

/** Gaps and overlaps of the shown layer of grids, of the second that is shown: what is drawn, counted and listed is the same. */
export function createFaces({ store, view }) {
  let faces = [];
  let drawn = null;
  let asked = 0;
  let newest = null;
  let on = false;

  /** Reads the faces of now or of then; what was asked before something newer waits for that. */
  function read() {
    const mine = ++asked;
    newest = found().then((items) => {
      if (mine !== asked) return newest;
      faces = items.filter((face) => face.state !== "FIXED");
      store.set({ faces: faces.length });
      return draw();
    });
    return newest;
  }

  /** None where the layer had no borders then. */
  async function found() {
    const { layer, gridsAt } = store.state;
    if (!layer || (gridsAt && !gridsAt[layer])) return [];
    return (await listFaces(layer, { limit: MOST, ...gridsAt?.[layer] })).items;
  }

  function draw() {
    drawn?.remove();
    drawn = on ? facesLayer(faces).addTo(view.map) : null;
  }

  async function renew() {
    if (on) await read();
    else draw();
  }

  return {
    id: "faces",
    whole: true,
    says: "layers.list-faces",
    none: "layers.list-no-face",
    set(shown) {
      on = shown;
      return renew();
    },
    count: () => (on ? faces.length : null),
    async list() {
      await read();
      return faces.map((face) => ({
        id: face.id,
        title: `${t(face.kind === "GAP" ? "layers.gap" : "layers.overlap")} \u00B7 ${face.id}`,
        more: t("layers.face", { area: number(face.areaSquareMeters, 0), state: word("layers.face", face.state) }),
        show: () => view.fit(boundsOf(face.geometry)),
      }));
    },
    renew,
    repaint: draw,
  };
}
