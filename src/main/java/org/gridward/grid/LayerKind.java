package org.gridward.grid;

/** Whether the grids of a layer fill their parent without gap or overlap, or lie where they like. */
public enum LayerKind {
    PARTITION,
    FREE
}
