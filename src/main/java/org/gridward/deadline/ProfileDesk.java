package org.gridward.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.gridward.access.AuditTrail;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts versions of the time limits in force; what was in force before stays, and every deadline keeps its version. */
@Component
public class ProfileDesk {

    /** What a row would mean for something reported at {@code start}. */
    public record Example(Limit limit, Due due) {}

    /** A version that was looked at without being kept. */
    public record DryRun(DeadlineProfile profile, Instant start, List<Example> examples) {}

    private final JdbcClient jdbc;
    private final DeadlineBook book;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    ProfileDesk(JdbcClient jdbc, DeadlineBook book, AuditTrail audit, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The latest version first. */
    public List<DeadlineProfile> list() {
        return book.maker().profiles().stream()
                .sorted((a, b) -> Integer.compare(b.version(), a.version()))
                .toList();
    }

    /** @throws Problem as {@link #adopt}; nothing is kept either way */
    public DryRun look(NewProfile sent) {
        DueMaker maker = book.maker();
        Instant start = clock.instant();
        DeadlineProfile profile = ProfileChecks.read(
                sent,
                maker.profiles().stream()
                                .mapToInt(DeadlineProfile::version)
                                .max()
                                .orElse(0)
                        + 1,
                start);
        return new DryRun(
                profile,
                start,
                profile.limits().stream()
                        .map(limit -> new Example(limit, maker.make(profile, limit, start)))
                        .toList());
    }

    /**
     * Puts a version in force from its validFrom on.
     *
     * @return its version
     * @throws Problem 422 naming every row that is no limit
     */
    @Transactional
    public int adopt(NewProfile sent, String actor) {
        jdbc.sql("LOCK TABLE deadline.profiles IN SHARE ROW EXCLUSIVE MODE").update();
        int version = jdbc.sql("SELECT coalesce(max(version), 0) + 1 FROM deadline.profiles")
                .query(Integer.class)
                .single();
        DeadlineProfile profile = ProfileChecks.read(sent, version, clock.instant());
        List<Limit> limits = profile.limits();
        jdbc.sql(Sql.of("deadline/insert_profile"))
                .param("version", version)
                .param("validFrom", profile.validFrom().atOffset(ZoneOffset.UTC))
                .param("nameZh", profile.nameZh())
                .param("nameEn", profile.nameEn())
                .param("workHours", profile.workHours().text())
                .param("madeBy", actor)
                .param("tiers", Texts.of(limits, Limit::tier))
                .param("categories", Texts.of(limits, Limit::category))
                .param("conditions", Texts.of(limits, Limit::condition))
                .param("kinds", Texts.of(limits, Limit::kind))
                .param("amounts", Texts.of(limits, Limit::amount))
                .param("units", Texts.of(limits, Limit::unit))
                .update();
        Map<String, Object> news = Map.of(
                "version", version,
                "validFrom", profile.validFrom(),
                "rows", limits.size());
        audit.append(actor, "DEADLINE_PROFILE_ADOPTED", String.valueOf(version), news);
        outbox.append("DeadlineProfileAdopted", String.valueOf(version), news);
        book.readAfterCommit();
        return version;
    }
}
