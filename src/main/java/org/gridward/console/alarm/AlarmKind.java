package org.gridward.console.alarm;

import java.util.Arrays;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** Why a console sounds: each is something that somebody has to do now. */
public enum AlarmKind {
    NEW_CASE,
    NEAR_DUE,
    OVERDUE,
    VOID,
    /** Of one seat only: its own stream. */
    STREAM_DEAD,
    WAITING;

    /** @throws Problem 422 for a word that is none of these */
    static AlarmKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable(
                                "unknown-alarm",
                                "'" + word + "' is no kind of alarm; send one of " + Arrays.toString(values()) + ".")
                        .with("/kind", Fault.CHOICE, "no kind of alarm"));
    }
}
