package org.gridward.patrol;

/** How many fixes lie in a micro-grid; the code is null for those outside every micro-grid. */
public record GridFixes(String gridCode, long fixes) {}
