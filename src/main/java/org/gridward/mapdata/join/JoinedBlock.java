package org.gridward.mapdata.join;

/**
 * The rows of a block with grid code and standing added.
 *
 * @param found index of each row's grid
 * @param standings how many rows stand how
 */
record JoinedBlock(byte[] rows, int length, int[] found, int[] standings) {}
