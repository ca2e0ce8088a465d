package org.gridward.evidence;

/**
 * A photo made anew: a JPEG without any metadata, upright. What stood in the file it was made of is apart: takenAt as the
 * camera wrote it (local time), lon and lat; each null where it stood nothing.
 */
record Picture(byte[] jpeg, int width, int height, String takenAt, Double lon, Double lat) {}
