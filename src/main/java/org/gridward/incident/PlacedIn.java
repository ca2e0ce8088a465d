package org.gridward.incident;

/** A grid that holds an incident now. */
public record PlacedIn(String layer, String gridCode, String edition, double share) {}
