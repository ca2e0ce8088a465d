package org.gridward.place;

import java.time.Instant;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * Which places to list: every part that is present must hold.
 *
 * @param kind code of a kind
 * @param box degrees, edges included
 * @param gridCode a grid of any layer in force at {@code at}
 * @param text part of the code, a name or the address, in any case
 * @param at whose grids; null: those in force now
 * @param knownAt as the register of editions knew them then; null: now
 */
public record PlaceFilter(
        Optional<String> kind,
        Optional<Envelope> box,
        Optional<String> gridCode,
        Optional<String> text,
        Instant at,
        Instant knownAt) {

    /** By the grids in force now. */
    public PlaceFilter(
            Optional<String> kind, Optional<Envelope> box, Optional<String> gridCode, Optional<String> text) {
        this(kind, box, gridCode, text, null, null);
    }

    public static final PlaceFilter ALL =
            new PlaceFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The places of one kind. */
    public static PlaceFilter ofKind(String kind) {
        return new PlaceFilter(Optional.of(kind), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
