package org.gridward.grid;

import java.time.Instant;

/**
 * One lineage step with its place in time: it happened at {@code at}, when the edition {@code after} came into force in
 * place of {@code before}. Before is null for the layer's first edition, after is null where nothing followed.
 */
public record LineageEvent(String layer, Instant at, EditionId before, EditionId after, LineageStep step) {}
