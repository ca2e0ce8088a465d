package org.gridward.grid;

/**
 * The time of an edition is being changed without a new drawing: it is retired, or began or ended at another time. Sent
 * inside the changing transaction; {@code map} answers for the present moment as it will be after the commit, with no
 * grids when the layer has no edition in force any more.
 */
public record EditionPeriodsChanged(RegisterChange change, LayerMap map) {}
