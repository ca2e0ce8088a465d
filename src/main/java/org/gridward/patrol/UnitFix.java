package org.gridward.patrol;

/** A fix (WGS 84) and the code of the unit that made it, for bulk loads. */
public record UnitFix(String unit, Fix fix) {}
