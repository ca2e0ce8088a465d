package org.gridward.grid;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.gridward.platform.Problem;

/** Identifies one edition of a layer. */
public record EditionId(@JsonValue UUID value) {

    /** Stands for the edition of a layer that has none in force. */
    public static final EditionId NONE = new EditionId(new UUID(0, 0));

    /** @throws Problem 400 when the text is no UUID */
    @JsonCreator
    public static EditionId parse(String text) {
        try {
            return new EditionId(UUID.fromString(text));
        } catch (IllegalArgumentException unreadable) {
            throw Problem.unreadable("edition-id", "'" + text + "' is not the id of an edition (a UUID).");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
