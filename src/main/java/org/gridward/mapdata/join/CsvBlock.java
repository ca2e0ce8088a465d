package org.gridward.mapdata.join;

/** Whole rows of a CSV: the first {@code length} bytes, with eight more behind them that may be read but mean nothing. */
record CsvBlock(byte[] bytes, int length) {}
