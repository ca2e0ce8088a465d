package org.gridward.patrol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** How a unit moves. */
public enum UnitKind {
    FOOT,
    BICYCLE,
    VEHICLE,
    VESSEL,
    OTHER;

    /** The word of the API and the store: lower case. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem 422 naming the kinds when the word is none of them; null means {@link #FOOT} */
    public static UnitKind of(String word) {
        if (word == null || word.isBlank()) {
            return FOOT;
        }
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable(
                                "unit-kind",
                                "'" + word + "' is no kind of unit; use foot, bicycle, vehicle, vessel or other.")
                        .with("/kind", Fault.UNKNOWN, "not known"));
    }
}
