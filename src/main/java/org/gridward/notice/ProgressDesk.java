package org.gridward.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.incident.CaseFile;
import org.gridward.incident.Standing;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes posts about how a case goes and keeps them for its reporter. */
@Component
public class ProgressDesk {

    private static final int TEXT_MOST = 1_000;
    private static final Duration ETA_LONGEST = Duration.ofDays(366);

    private final CaseFile cases;
    private final JdbcClient jdbc;
    private final WriteBatch batch;
    private final Outbox outbox;
    private final MessageWriter messages;
    private final Clock clock;

    ProgressDesk(
            CaseFile cases, JdbcClient jdbc, WriteBatch batch, Outbox outbox, MessageWriter messages, Clock clock) {
        this.cases = cases;
        this.jdbc = jdbc;
        this.batch = batch;
        this.outbox = outbox;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Posts progress on an open case.
     *
     * @throws Problem 404, 403 outside the actor's jurisdiction, 409 the case is over, 422 naming what is not acceptable
     */
    @Transactional
    public Progress post(UUID incident, PostProgress post, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        check(post, now);
        Standing standing = cases.hold(incident, actor);
        Progress progress = new Progress(
                Ids.next(), "PROGRESS", post.zh().strip(), Texts.stripped(post.en()), post.eta(), actor.name(), now);
        write(incident, progress);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", incident);
        facts.put("number", standing.number());
        facts.put("textZh", progress.zh());
        facts.put("textEn", progress.en());
        facts.put("eta", progress.eta());
        outbox.append(NoticeEvent.PROGRESS_POSTED.code(), incident.toString(), facts);
        cases.write(incident, "PROGRESS", actor.name(), progress.zh(), detail(progress));
        messages.write(new MessageWriter.News(
                NoticeEvent.PROGRESS_POSTED, incident, now, standing.category(), standing.gridCodes(), facts, null));
        return progress;
    }

    /** Writes a post into the transaction of this thread. */
    void write(UUID incident, Progress progress) {
        batch.add(
                Sql.of("notice/add_progress"),
                progress.id(),
                incident,
                progress.kind(),
                progress.zh(),
                progress.en(),
                progress.eta(),
                progress.actor(),
                progress.at());
    }

    /** What was posted about a case, in order. */
    public List<Progress> list(UUID incident) {
        return jdbc.sql(Sql.of("notice/list_progress"))
                .param("incident", incident)
                .query((row, n) -> new Progress(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("zh"),
                        row.getString("en"),
                        instant(row.getTimestamp("eta")),
                        row.getString("actor"),
                        instant(row.getTimestamp("at"))))
                .list();
    }

    private static void check(PostProgress post, Instant now) {
        Problem problem = Problem.unprocessable("progress-not-acceptable", "The post cannot be taken as it is.");
        Texts.check(problem, "/zh", post.zh(), TEXT_MOST, true);
        Texts.check(problem, "/en", post.en(), TEXT_MOST, false);
        if (post.eta() != null && !post.eta().isAfter(now)) {
            problem.with("/eta", Fault.PAST, post.eta() + " has passed; it is " + now + " now");
        }
        if (post.eta() != null && post.eta().isAfter(now.plus(ETA_LONGEST))) {
            problem.with("/eta", Fault.daysAhead(366), post.eta() + " is more than a year away");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }

    private static Map<String, Object> detail(Progress progress) {
        return progress.eta() == null ? Map.of() : Map.of("eta", progress.eta());
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
