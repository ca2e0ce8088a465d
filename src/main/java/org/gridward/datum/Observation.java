package org.gridward.datum;

import org.gridward.geodesy.LonLat;
import org.gridward.geodesy.RawPosition;

/**
 * A position that came in.
 *
 * @param raw as it was sent, with its source
 * @param at the WGS 84 degrees made of it
 * @param statedGrid code or Chinese name of the grid or district that the source itself names; null: none
 */
public record Observation(RawPosition raw, LonLat at, String statedGrid) {}
