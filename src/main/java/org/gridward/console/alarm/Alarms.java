package org.gridward.console.alarm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what sounded and who acknowledged it; an acknowledgement at one seat is told to all. */
@Component
public class Alarms {

    private static final int LONGEST_SEAT = 80;
    private static final int MOST_MEMBERS = 1_000;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    Alarms(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Writes down that an alarm sounded. */
    public Sounding sound(Sounding.New asked, Actor actor) {
        Sounding sounding = checked(asked, actor);
        jdbc.sql(Sql.of("console/insert_sounding"))
                .param("id", sounding.id())
                .param("at", sounding.at().atOffset(ZoneOffset.UTC))
                .param("seat", sounding.seat())
                .param("actor", actor.name())
                .param("kind", sounding.kind())
                .param("gridCode", sounding.gridCode())
                .param("tier", sounding.tier(), java.sql.Types.INTEGER)
                .param("members", sounding.members().toArray(String[]::new))
                .update();
        return sounding;
    }

    /** Somebody takes note; the members that nobody had taken note of before are told to every seat. */
    public Sounding acknowledge(Sounding.New asked, Actor actor) {
        Sounding done = checked(asked, actor);
        boolean own = done.kind().equals(AlarmKind.STREAM_DEAD.name());
        String[] members = done.members().toArray(String[]::new);
        jdbc.sql(Sql.of("console/acknowledge_soundings"))
                .param("kind", done.kind())
                .param("members", members)
                .param("at", done.at().atOffset(ZoneOffset.UTC))
                .param("actor", actor.name())
                .param("seat", own ? done.seat() : null, java.sql.Types.VARCHAR)
                .update();
        if (!own) {
            List<String> fresh = jdbc.sql(Sql.of("console/acknowledge_members"))
                    .param("kind", done.kind())
                    .param("members", members)
                    .param("at", done.at().atOffset(ZoneOffset.UTC))
                    .param("seat", done.seat())
                    .param("actor", actor.name())
                    .query(String.class)
                    .list();
            if (!fresh.isEmpty()) {
                outbox.append(
                        "AlarmAcknowledged",
                        done.kind(),
                        Map.of(
                                "kind", done.kind(),
                                "members", fresh,
                                "seat", done.seat(),
                                "by", actor.name(),
                                "at", done.at()));
            }
        }
        return done;
    }

    /** A seat is watched now; said again and again, it is written once in ten minutes. */
    public void watch(String seat, Actor actor) {
        jdbc.sql(Sql.of("console/insert_watch"))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("seat", seat(seat))
                .param("actor", actor.name())
                .update();
    }

    public List<Acknowledgement> acknowledgements(Instant since) {
        return jdbc.sql(Sql.of("console/list_acknowledgements"))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Acknowledgement(
                        row.getString("kind"),
                        row.getString("member"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("seat"),
                        row.getString("actor")))
                .list();
    }

    public List<Sounding> soundings(Instant since, Instant until, String seat) {
        return jdbc.sql(Sql.of("console/list_soundings"))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("seat", seat, java.sql.Types.VARCHAR)
                .query((row, n) -> sounding(row))
                .list();
    }

    private static Sounding sounding(ResultSet row) throws SQLException {
        java.sql.Timestamp done = row.getTimestamp("acknowledged_at");
        return new Sounding(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("seat"),
                row.getString("actor"),
                row.getString("kind"),
                row.getString("grid_code"),
                row.getObject("tier", Integer.class),
                List.of((String[]) row.getArray("members").getArray()),
                done == null ? null : done.toInstant(),
                row.getString("acknowledged_by"));
    }

    private Sounding checked(Sounding.New asked, Actor actor) {
        List<String> members = asked.members() == null
                ? List.of()
                : asked.members().stream().filter(Objects::nonNull).distinct().toList();
        if (members.isEmpty() || members.size() > MOST_MEMBERS) {
            throw Problem.unprocessable(
                            "alarm-members",
                            "An alarm is about 1 to " + MOST_MEMBERS + " things; this one has " + members.size() + ".")
                    .with("/members", Fault.count(1, MOST_MEMBERS), "1 to " + MOST_MEMBERS);
        }
        if (asked.tier() != null && (asked.tier() < 1 || asked.tier() > 3)) {
            throw Problem.unprocessable("alarm-tier", "Tier " + asked.tier() + " is none of 1, 2 and 3.")
                    .with("/tier", Fault.range(1, 3), "1 to 3");
        }
        return new Sounding(
                Ids.next(),
                clock.instant(),
                seat(asked.seat()),
                actor.name(),
                AlarmKind.of(asked.kind()).name(),
                Objects.toString(asked.gridCode(), ""),
                asked.tier(),
                members,
                null,
                null);
    }

    private static String seat(String seat) {
        String text = Objects.toString(seat, "").strip();
        if (text.isEmpty() || text.length() > LONGEST_SEAT) {
            throw Problem.unprocessable("seat", "A seat has a name of 1 to " + LONGEST_SEAT + " characters; send seat.")
                    .with("/seat", Fault.length(1, LONGEST_SEAT), "1 to " + LONGEST_SEAT + " characters");
        }
        return text;
    }
}
