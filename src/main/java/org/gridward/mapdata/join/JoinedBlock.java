package org.gridward.mapdata.join;

/** The rows of a block with grid code and standing added, the lines for the digest, and how many stand how. */
record JoinedBlock(byte[] rows, int rowsLength, byte[] lines, int linesLength, int[] standings) {}
