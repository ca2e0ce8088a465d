package org.gridward.board;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gridward.incident.Categories;
import org.gridward.place.PlaceSpot;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes reports that come without signing in: what is within the limits becomes a case at once, all else is held for a look.
 * Nothing is dropped unheard. Only a few are taken in at a time, so that a flood leaves room for those who work.
 */
@Component
public class BoardIntake {

    /** What is needed to hold a report: its words, where (null: at the board), and who asks to be answered. */
    public record Words(String category, String description, Map<String, Object> location, String name, String phone) {}

    /** Who sends: what the page says of its device (may be null), the network address, the Idempotency-Key (may be null). */
    public record Sender(String device, String address, String key) {}

    private static final int AT_ONCE = 4;
    private static final long PATIENCE_MILLIS = 500;

    private final ReportGate gate;
    private final HeldWriter writer;
    private final ScanBook scans;
    private final Categories categories;
    private final JsonMapper json;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    BoardIntake(
            ReportGate gate, HeldWriter writer, ScanBook scans, Categories categories, JsonMapper json, Clock clock) {
        this.gate = gate;
        this.writer = writer;
        this.scans = scans;
        this.categories = categories;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs {@code take} for a report within the limits and returns empty; else keeps the report and says so.
     *
     * @throws Problem 422 what no dispatcher could make a case of either, 503 when not even that can be kept
     */
    public Optional<Held> take(PlaceSpot board, Sender sender, Words words, Runnable take) {
        check(words);
        Optional<HoldReason> hold = gate.decide(board.code(), sender.device(), sender.address(), sender.key());
        scans.reported(board.code());
        if (hold.isEmpty() && !inTurn(take)) {
            hold = Optional.of(HoldReason.BUSY);
            gate.held(board.code(), sender.key(), HoldReason.BUSY);
        }
        return hold.map(why -> keep(board, sender, words, why));
    }

    /** @throws Problem 429 when an address answers, or guesses, too often */
    public void requireMayAnswer(String address) {
        if (!gate.mayAnswer(address)) {
            throw Problem.tooMany(
                    "too-many-answers",
                    "Too many answers came from here within an hour; try again later, or call 12345.");
        }
    }

    private boolean inTurn(Runnable take) {
        try {
            if (!places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            take.run();
            return true;
        } finally {
            places.release();
        }
    }

    private Held keep(PlaceSpot board, Sender sender, Words words, HoldReason why) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String key = sender.key() == null || sender.key().isBlank() ? null : sender.key();
        return new Held(
                writer.keep(new HeldWriter.Waiting(
                        Ids.next(),
                        board.code(),
                        words.category().strip(),
                        words.description().strip(),
                        words.location() == null ? null : json.writeValueAsString(words.location()),
                        words.name(),
                        words.phone(),
                        why,
                        digest(sender),
                        key,
                        ChronoUnit.MICROS.between(Instant.EPOCH, now))),
                why,
                now);
    }

    private void check(Words words) {
        Problem problem = Problem.unprocessable("report-not-acceptable", "The report cannot be taken as it is.");
        text(problem, "/category", words.category(), 80, true);
        text(problem, "/description", words.description(), 4_000, true);
        text(problem, "/reporter/name", words.name(), 100, false);
        text(problem, "/reporter/phone", words.phone(), 40, false);
        for (String name : List.of("datum", "gridCode")) {
            String word =
                    words.location() == null ? null : (String) words.location().get(name);
            text(problem, "/location/" + name, word, 80, false);
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        categories.get(words.category());
    }

    private static void text(Problem problem, String pointer, String text, int most, boolean wanted) {
        if (text == null || text.isBlank()) {
            if (wanted) {
                problem.with(pointer, Fault.missingText(most), "missing; send 1 to " + most + " characters.");
            }
        } else if (text.length() > most) {
            problem.with(
                    pointer,
                    Fault.tooLong(text.length(), most),
                    text.length() + " characters; send at most " + most + ".");
        } else if (text.indexOf('\0') >= 0) {
            problem.with(pointer, Fault.CHARACTER, "holds the character U+0000, which cannot be stored; leave it out.");
        }
    }

    private static String digest(Sender sender) {
        String who = sender.device() == null || sender.device().isBlank() ? sender.address() : sender.device();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
