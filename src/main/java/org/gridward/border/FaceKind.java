package org.gridward.border;

import java.util.Locale;

/** What is wrong with a piece of ground: no grid of the layer has it, or several do. */
public enum FaceKind {
    GAP,
    OVERLAP;

    /** The id of the face of that number, such as {@code gap-micro-grid-000012}. */
    String id(String layer, int number) {
        return String.format(Locale.ROOT, "%s-%s-%06d", name().toLowerCase(Locale.ROOT), layer, number);
    }
}
