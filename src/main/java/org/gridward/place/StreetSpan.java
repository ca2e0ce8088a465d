package org.gridward.place;

/**
 * A range of house numbers that lies on one stretch of street: no other street comes between its ends.
 *
 * @param start the place that has the first number
 * @param end the place that has the last number
 * @param segmentCode the street segment grid that holds both ends; null where none does
 */
public record StreetSpan(String street, int from, int to, PlaceSpot start, PlaceSpot end, String segmentCode) {}
