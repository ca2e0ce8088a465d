package org.gridward.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridward.GridwardIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What the console writes down by itself does not grow for ever, and what is still asked for stays. */
@GridwardIT
@TestPropertySource(properties = "own-database=ConsoleJanitor")
class ConsoleJanitorIT {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ConsoleJanitor janitor;

    @BeforeEach
    void empty() {
        jdbc.sql("""
                        TRUNCATE console.seats, console.alarm_soundings, console.alarm_acknowledgements,
                            console.alarm_shelves, console.seat_watch""").update();
    }

    @Test
    void consolesThatWereClosedDaysAgoAreForgottenAndClaimsLookAtThoseThatStay() {
        jdbc.sql("""
                        INSERT INTO console.seats (holder, seat, opened_at, seen_at) VALUES
                            ('li', 'gone', now() - interval '3 days', now() - interval '2 days 1 minute'),
                            ('li', 'yesterday', now() - interval '2 days', now() - interval '1 day'),
                            ('li', 'here', now(), now())""").update();

        assertThat(janitor.forgetSeats()).isEqualTo(1);

        assertThat(names("SELECT seat FROM console.seats ORDER BY seat")).containsExactly("here", "yesterday");
        assertThat(janitor.forgetSeats()).as("nothing is left to forget").isZero();
    }

    @Test
    void alarmsOfLongAgoAreForgottenWithTheirAcknowledgementsShelvesAndWatchedSeats() {
        for (String age : List.of("401 days", "399 days")) {
            jdbc.sql("""
                            INSERT INTO console.alarm_soundings (id, at, seat, actor, kind, members)
                            VALUES (gen_random_uuid(), now() - :age::interval, 'desk', :age, 'VOID', '{m}')""").param("age", age).update();
            jdbc.sql(
                            "INSERT INTO console.alarm_acknowledgements VALUES ('VOID', :age, now() - :age::interval, 'desk', 'li')")
                    .param("age", age)
                    .update();
            jdbc.sql("INSERT INTO console.seat_watch VALUES (now() - :age::interval, 'desk', :age)")
                    .param("age", age)
                    .update();
            jdbc.sql("""
                            INSERT INTO console.alarm_shelves (id, kind, reason, made_at, made_by, ends_at, ended_at)
                            VALUES (gen_random_uuid(), 'VOID', :age, now() - interval '500 days', 'li',
                                now() - interval '490 days', now() - :age::interval)""").param("age", age).update();
        }
        jdbc.sql("""
                        INSERT INTO console.alarm_shelves (id, kind, reason, made_at, made_by, ends_at)
                        VALUES (gen_random_uuid(), 'VOID', 'still open', now() - interval '500 days', 'li', now())""").update();

        assertThat(janitor.forgetAlarms()).isEqualTo(4);

        assertThat(names("SELECT actor FROM console.alarm_soundings")).containsExactly("399 days");
        assertThat(names("SELECT member FROM console.alarm_acknowledgements")).containsExactly("399 days");
        assertThat(names("SELECT actor FROM console.seat_watch")).containsExactly("399 days");
        assertThat(names("SELECT reason FROM console.alarm_shelves ORDER BY reason"))
                .containsExactly("399 days", "still open");
    }

    private List<String> names(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
