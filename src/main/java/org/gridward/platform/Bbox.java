package org.gridward.platform;

import java.util.Optional;

/** A box of degrees from the parameter {@code bbox=west,south,east,north}. */
public record Bbox(double west, double south, double east, double north) {

    /** @throws Problem 400 naming the text when it is no box */
    public static Optional<Bbox> parse(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String[] parts = text.split(",");
        try {
            Bbox box = new Bbox(number(parts, 0), number(parts, 1), number(parts, 2), number(parts, 3));
            boolean sane = parts.length == 4
                    && box.west <= box.east
                    && box.south <= box.north
                    && Double.isFinite(box.west + box.south + box.east + box.north);
            if (sane) {
                return Optional.of(box);
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            // Answered below like every other text that is no box.
        }
        throw Problem.unreadable("bbox", "bbox '" + text + "' is not a box; write west,south,east,north in degrees.")
                .with("/bbox", Fault.UNREADABLE, "not a box");
    }

    private static double number(String[] parts, int index) {
        return Double.parseDouble(parts[index].strip());
    }
}
