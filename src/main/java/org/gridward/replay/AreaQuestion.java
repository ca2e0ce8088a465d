package org.gridward.replay;

import java.time.Instant;
import org.locationtech.jts.geom.Polygon;

/** Who was in an area from one instant to another, what happened there, and why somebody wants to know. */
public record AreaQuestion(Polygon area, Instant from, Instant to, String reason) {}
