const OFFSET = "+08:00";
const OFFSET_MILLIS = 8 * 3_600_000;

/** What a field for date and time shows of an instant, to the minute: the city's time, whatever the zone of this machine. */
export const toField = (instant) => new Date(Date.parse(instant) + OFFSET_MILLIS).toISOString().slice(0, 16);

/** The instant that was typed into such a field. */
export const fromField = (text) => `${text.length === 16 ? `${text}:00` : text}${OFFSET}`;
