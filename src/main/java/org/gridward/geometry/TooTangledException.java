package org.gridward.geometry;

/** Borders that meet so often that to work out their faces would cost more than it is worth. */
public final class TooTangledException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    TooTangledException(String message) {
        super(message);
    }
}
