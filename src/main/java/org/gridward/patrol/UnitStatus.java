package org.gridward.patrol;

import java.util.Optional;

/** A unit and where it was last; empty when it never reported. */
public record UnitStatus(Unit unit, Optional<UnitPosition> position, int version) {}
