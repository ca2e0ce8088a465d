package org.gridward.grid;

import org.gridward.geometry.GridLocator;

/** The locator of one edition: which of its grids owns a point, and nothing else of it. */
public record EditionLocator(EditionId edition, GridLocator locator) {}
