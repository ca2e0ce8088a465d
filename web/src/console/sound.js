import { language } from "../i18n/index.js";
import { keep, kept } from "../ui/prefs.js";

/** Each tone: [hertz, begins after seconds, lasts seconds]. By tier; 0 is the dead stream, which falls and sounds like nothing else. */
export const TONES = Object.freeze({
  0: [[520, 0, 0.35], [390, 0.35, 0.35], [260, 0.7, 0.6]],
  1: [[988, 0, 0.12], [1319, 0.14, 0.12], [988, 0.28, 0.12], [1319, 0.42, 0.12], [988, 0.56, 0.12], [1319, 0.7, 0.2]],
  2: [[784, 0, 0.18], [988, 0.22, 0.26]],
  3: [[587, 0, 0.22]],
});
const SHAPES = { 0: "sawtooth", 1: "square", 2: "triangle", 3: "sine" };
/** A square sounds louder than a sine of the same height. */
const LOUDNESS = { 0: 0.5, 1: 0.45, 2: 0.9, 3: 1 };

/** The sounds of this page. Browsers keep pages silent until a key or a click; blocked() says so. */
export function createSound() {
  let context = null;

  function volume() {
    const value = Number(kept("volume") ?? 0.7);
    return value >= 0 && value <= 1 ? value : 0.7;
  }

  /** A page that nobody has touched may not sound, and trying would only be complained about. */
  function mayStart() {
    return typeof AudioContext !== "undefined" && (navigator.userActivation?.hasBeenActive ?? true);
  }

  function ready() {
    if (!context && mayStart()) {
      context = new AudioContext();
      context.addEventListener?.("statechange", () => {});
    }
    return context?.state === "running";
  }

  async function unblock() {
    if (ready() || !context) return ready();
    try {
      await context.resume();
    } catch {
      // Still blocked: the bar stays.
    }
    return ready();
  }

  /** Plays the tone of a tier; false where the browser keeps it silent. */
  function play(tier) {
    if (!ready()) return false;
    const start = context.currentTime + 0.02;
    for (const [hertz, after, lasts] of TONES[tier] ?? TONES[3]) note(hertz, start + after, lasts, tier);
    return true;
  }

  function note(hertz, at, lasts, tier) {
    const wave = context.createOscillator();
    const gain = context.createGain();
    const loud = Math.max(0.0001, volume() * LOUDNESS[tier]);
    wave.type = SHAPES[tier];
    wave.frequency.value = hertz;
    gain.gain.setValueAtTime(0.0001, at);
    gain.gain.exponentialRampToValueAtTime(loud, at + 0.015);
    gain.gain.setValueAtTime(loud, at + lasts - 0.03);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + lasts);
    wave.connect(gain).connect(context.destination);
    wave.start(at);
    wave.stop(at + lasts);
  }

  /** Reads a line out where the user wants it; false where this browser has no voice. */
  function speak(text) {
    if (kept("speech") !== "on" || typeof speechSynthesis === "undefined") return false;
    const words = new SpeechSynthesisUtterance(text);
    words.lang = language() === "en" ? "en-GB" : "zh-CN";
    words.volume = volume();
    speechSynthesis.cancel();
    speechSynthesis.speak(words);
    return true;
  }

  return {
    play,
    speak,
    unblock,
    blocked: () => !ready(),
    volume,
    setVolume: (value) => keep("volume", String(value)),
    speech: () => kept("speech") === "on",
    setSpeech: (on) => keep("speech", on ? "on" : "off"),
  };
}
