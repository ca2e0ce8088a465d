package org.gridward.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.incident.Categories;
import org.gridward.incident.Category;
import org.gridward.incident.IncidentDesk;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers whoever has the tracking code of a case, and takes what its reporter thinks of how it went. */
@Component
public class PublicDesk {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]{20,40}");
    private static final int NOTE_MOST = 1_000;

    private record Found(
            UUID id,
            String number,
            String ownNumber,
            boolean merged,
            String state,
            String category,
            String gridCode,
            Instant reportedAt,
            Instant closedAt,
            Instant parkedUntil,
            int round,
            boolean rated) {

        boolean mayRate() {
            return !rated && (state.equals("FED_BACK") || state.equals("CLOSED"));
        }

        boolean mayReopen() {
            return state.equals("CLOSED");
        }
    }

    private final JdbcClient jdbc;
    private final MissLimiter limiter;
    private final ProgressDesk progress;
    private final Categories categories;
    private final GridMap grids;
    private final IncidentDesk incidents;
    private final Clock clock;

    PublicDesk(
            JdbcClient jdbc,
            MissLimiter limiter,
            ProgressDesk progress,
            Categories categories,
            GridMap grids,
            IncidentDesk incidents,
            Clock clock) {
        this.jdbc = jdbc;
        this.limiter = limiter;
        this.progress = progress;
        this.categories = categories;
        this.grids = grids;
        this.incidents = incidents;
        this.clock = clock;
    }

    /**
     * The case of a code; of the case that it was merged into.
     *
     * @param address of the caller, for the limit of wrong codes
     * @throws Problem 404 for every code that names no case, 429 after too many of them
     */
    public PublicCase get(String code, String address) {
        Found found = find(code, address);
        CaseStatus status = CaseStatus.of(found.state());
        return new PublicCase(
                found.number(),
                found.ownNumber(),
                found.merged(),
                status,
                status.step(),
                status.zh(),
                status.en(),
                categories.find(found.category()).map(PublicDesk::word).orElse(null),
                grid(found.gridCode()),
                found.reportedAt(),
                found.closedAt(),
                found.parkedUntil(),
                progress.list(found.id()).stream().map(PublicCase.Post::of).toList(),
                found.mayRate(),
                found.mayReopen());
    }

    /**
     * Takes how satisfied the reporter is, once each time the case was answered.
     *
     * @param satisfaction 1 (not at all) to 5
     * @throws Problem as {@link #get}; 409 when it cannot be rated now, 422 for what is no rating
     */
    @Transactional
    public void rate(String code, Integer satisfaction, String note, String address) {
        Problem problem = Problem.unprocessable("rating-not-acceptable", "The rating cannot be taken as it is.");
        if (satisfaction == null || satisfaction < 1 || satisfaction > 5) {
            problem.with("/satisfaction", Fault.range(1, 5), satisfaction + " is not a number from 1 to 5");
        }
        Texts.check(problem, "/note", note, NOTE_MOST, false);
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        Found found = find(code, address);
        int stored = found.mayRate()
                ? jdbc.sql(Sql.of("notice/add_rating"))
                        .param("incident", found.id())
                        .param("round", found.round())
                        .param("satisfaction", satisfaction)
                        .param("note", Texts.stripped(note))
                        .update()
                : 0;
        if (stored == 0) {
            throw Problem.conflict(
                    "cannot-rate",
                    "This case can be rated once, when it is answered or closed; it is " + CaseStatus.of(found.state())
                            + (found.rated() ? " and was rated." : "."));
        }
        incidents.rateByReporter(found.id(), satisfaction, Texts.stripped(note));
    }

    /**
     * Takes that the matter is not solved: a closed case is opened again, on the clock it had.
     *
     * @throws Problem as {@link #get}; 409 when it is not closed, 422 without a reason
     */
    @Transactional
    public void reopen(String code, String reason, String address) {
        Problem problem = Problem.unprocessable("reason-not-acceptable", "The reason cannot be taken as it is.");
        Texts.check(problem, "/reason", reason, NOTE_MOST, true);
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        Found found = find(code, address);
        if (!found.mayReopen()) {
            throw Problem.conflict(
                    "not-closed",
                    "This case is " + CaseStatus.of(found.state()) + ", not closed; it goes on as it is.");
        }
        incidents.reopenByReporter(found.id(), reason.strip());
    }

    private Found find(String code, String address) {
        String read = code.strip().toLowerCase(Locale.ROOT);
        Optional<Found> found = CODE.matcher(read).matches()
                ? jdbc.sql(Sql.of("notice/find_public_case"))
                        .param("code", read)
                        .query((row, n) -> new Found(
                                row.getObject("id", UUID.class),
                                row.getString("number"),
                                row.getString("own_number"),
                                row.getBoolean("merged"),
                                row.getString("state"),
                                row.getString("category"),
                                row.getString("grid_code"),
                                instant(row.getTimestamp("reported_at")),
                                instant(row.getTimestamp("closed_at")),
                                instant(row.getTimestamp("parked_until")),
                                row.getInt("reopenings"),
                                row.getBoolean("rated")))
                        .optional()
                : Optional.empty();
        return found.orElseThrow(() -> {
            limiter.missed(address);
            return Problem.notFound("unknown-code", "No case has this tracking code; look at it once more.");
        });
    }

    private PublicCase.Word grid(String code) {
        if (code == null) {
            return null;
        }
        List<LayerMap> maps = grids.maps(clock.instant(), null);
        return maps.stream()
                .flatMap(map -> map.find(code).stream())
                .findFirst()
                .map(info -> new PublicCase.Word(info.nameZh(), info.nameEn()))
                .orElse(null);
    }

    private static PublicCase.Word word(Category category) {
        return new PublicCase.Word(category.nameZh(), category.nameEn());
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
