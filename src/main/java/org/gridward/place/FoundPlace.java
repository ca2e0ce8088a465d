package org.gridward.place;

/**
 * What an address means.
 *
 * @param locatedBy NAME, STREET_NUMBER, STREET_RANGE, BUILDING, LAMP_POST or VESSEL
 * @param unit of the building, as said; null: none
 * @param room as said; null: none
 * @param span of a range of house numbers; else null
 */
public record FoundPlace(PlaceSpot spot, String locatedBy, String unit, String room, StreetSpan span) {

    static FoundPlace of(String locatedBy, PlaceSpot spot) {
        return new FoundPlace(spot, locatedBy, null, null, null);
    }
}
