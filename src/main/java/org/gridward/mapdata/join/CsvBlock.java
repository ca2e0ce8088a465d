package org.gridward.mapdata.join;

/**
 * Whole rows of a CSV.
 *
 * @param firstRow index of the first row in the file, counted from 0 without the header
 * @param rows how many rows there are
 */
record CsvBlock(byte[] bytes, int from, int to, long firstRow, int rows) {}
