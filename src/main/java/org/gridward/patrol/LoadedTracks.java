package org.gridward.patrol;

/** What a bulk load stored: new fixes, and those whose unit already had a fix of that instant. */
public record LoadedTracks(long accepted, long duplicate) {}
