import { el } from "./dom.js";

const SIDE = 1600;

/** A JPEG of at most 1600 pixels a side; the file itself where this browser cannot draw it. */
export function shrink(file) {
  return new Promise((resolve) => {
    const image = new Image();
    const url = URL.createObjectURL(file);
    const done = (blob) => {
      URL.revokeObjectURL(url);
      resolve(blob || file);
    };
    image.onerror = () => done(null);
    image.onload = () => {
      const scale = Math.min(1, SIDE / Math.max(image.naturalWidth, image.naturalHeight, 1));
      const canvas = el("canvas", {
        width: Math.max(1, Math.round(image.naturalWidth * scale)),
        height: Math.max(1, Math.round(image.naturalHeight * scale)),
      });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(done, "image/jpeg", 0.85);
    };
    image.src = url;
  });
}
