package org.gridward.place;

/** A grid that holds a place: its layer, code, name and edition. */
public record HeldBy(String layer, String gridCode, String gridName, String edition) {}
