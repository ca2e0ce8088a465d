package org.gridward.border;

import org.gridward.grid.EditionId;

/** What a scan depends on: the edition in force, its parent's (null: none), what it must cover, and the streets of the base map. */
record ScanKey(EditionId edition, EditionId parentEdition, Survey.Region region, String streets) {}
