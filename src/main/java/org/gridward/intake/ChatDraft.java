package org.gridward.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.incident.CategoryGuess;
import org.gridward.place.FoundPlace;

/**
 * A report that may stand in a chat message; a person confirms it, nothing is filed here.
 *
 * @param line of the paste where the message begins
 * @param at null: not said
 * @param who null: not said
 * @param placeText the words that name a place; null: none
 * @param place what they mean; null: none, or several
 * @param places those that may be meant, where it is not one
 * @param categories guesses with the words that led to them, the likeliest first; empty: probably no report
 */
public record ChatDraft(
        int line,
        Instant at,
        String who,
        String text,
        String placeText,
        FoundPlace place,
        List<Map<String, Object>> places,
        List<CategoryGuess> categories) {}
