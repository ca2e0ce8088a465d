package org.gridward.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridward.incident.CategoryGuess;
import org.gridward.incident.CategoryGuesses;
import org.gridward.place.FoundPlace;
import org.gridward.place.Places;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Turns a pasted chat into drafts: who said what when, which place and which category may be meant. */
@Component
public class ChatDesk {

    /** Messages that may be reports, and those in which nothing was recognised. */
    public record Drafts(List<ChatDraft> drafts, List<ChatDraft> others) {}

    private static final int TEXT_MOST = 50_000;
    private static final int MESSAGES_MOST = 500;

    /** Ways in which a chat names a place, the more certain first; the words around them are not read. */
    private static final List<Pattern> PLACES = List.of(
            Pattern.compile("(?:路灯|灯杆)(?:编号|号)?\\s?[:#]?\\s?[\\p{IsHan}]{0,10}\\d{1,6}"),
            Pattern.compile("[\\p{IsHan}]{1,10}?(?:路|街|大道|巷)\\s?\\d{1,5}弄\\d{1,4}(?:号楼|号|幢|栋)?(?:\\d{2,5}室?)?"),
            Pattern.compile("[\\p{IsHan}]{1,10}?(?:路|街|大道|巷)\\s?\\d{1,5}(?:号)?(?:[-至到]\\d{1,5}号?)?"),
            Pattern.compile(
                    "(?:[\\p{IsHan}]{2,10}?(?:小区|新村|苑|园|庭|城|村))?\\d{1,4}\\s?(?:号楼|号|幢|栋|-)\\s?(?:\\d{1,2}(?:单元|-))?\\d{2,5}室?"),
            Pattern.compile("(?:[\\p{IsHan}]{2,10}?(?:小区|新村|苑|园|庭|城|村))?\\d{1,4}\\s?(?:号楼|幢|栋|号)"));

    private final Places places;
    private final CategoryGuesses guesses;
    private final Clock clock;
    private final ZoneId zone;

    ChatDesk(Places places, CategoryGuesses guesses, Clock clock, @Value("${gridward.zone}") ZoneId zone) {
        this.places = places;
        this.guesses = guesses;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Reads a paste.
     *
     * @param date of times without one; null: today in the city's zone
     * @param estate to which bare building numbers belong; null: not known
     * @throws Problem 422 for more than 50,000 characters, or nothing to read
     */
    public Drafts read(String pasted, LocalDate date, String estate) {
        if (pasted == null || pasted.isBlank() || pasted.length() > TEXT_MOST) {
            throw Problem.unprocessable(
                            "chat-not-acceptable",
                            "Paste 1 to " + TEXT_MOST + " characters of a chat; this are "
                                    + (pasted == null ? 0 : pasted.length()) + ".")
                    .with("/text", Fault.length(1, TEXT_MOST), "1 to " + TEXT_MOST + " characters");
        }
        List<ChatMessage> messages = new ChatReader(
                        zone, date == null ? LocalDate.now(clock.withZone(zone)) : date, clock.instant())
                .read(pasted);
        if (messages.size() > MESSAGES_MOST) {
            throw Problem.unprocessable(
                            "chat-not-acceptable",
                            "The paste holds " + messages.size() + " messages; paste at most " + MESSAGES_MOST + ".")
                    .with("/text", Fault.UNREADABLE, "too many messages");
        }
        List<ChatDraft> drafts = new ArrayList<>();
        List<ChatDraft> others = new ArrayList<>();
        for (ChatMessage message : messages) {
            ChatDraft draft = draft(message, estate);
            (draft.categories().isEmpty() ? others : drafts).add(draft);
        }
        return new Drafts(drafts, others);
    }

    private ChatDraft draft(ChatMessage message, String estate) {
        List<CategoryGuess> categories = guesses.of(message.text());
        String placeText = placeText(message.text());
        FoundPlace place = null;
        List<Map<String, Object>> candidates = List.of();
        if (placeText != null && !categories.isEmpty()) {
            try {
                place = locate(placeText, estate);
            } catch (Problem asked) {
                candidates = candidates(asked);
            }
        }
        return new ChatDraft(
                message.line(), message.at(), message.who(), message.text(), placeText, place, candidates, categories);
    }

    /** In the group's own estate first, where a bare building number is meant. */
    private FoundPlace locate(String text, String estate) {
        if (estate != null && !estate.isBlank() && Character.isDigit(text.charAt(0))) {
            try {
                return places.locate(estate.strip() + text);
            } catch (Problem elsewhere) {
                return places.locate(text);
            }
        }
        return places.locate(text);
    }

    private static String placeText(String text) {
        for (Pattern form : PLACES) {
            Matcher match = form.matcher(text);
            if (match.find()) {
                return match.group().strip();
            }
        }
        return null;
    }

    private static List<Map<String, Object>> candidates(Problem asked) {
        return asked.entries().stream()
                .filter(entry -> entry.location() != null)
                .map(entry -> {
                    Map<String, Object> candidate = new LinkedHashMap<>(entry.more());
                    candidate.put("lon", entry.location().getCoordinate().x);
                    candidate.put("lat", entry.location().getCoordinate().y);
                    return candidate;
                })
                .toList();
    }
}
