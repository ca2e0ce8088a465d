package org.gridward.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ways a report comes in, held in memory: they change with a migration only. */
@Component
public class Channels {

    /** A way in, such as PHONE or HOTLINE_12345. */
    public record Channel(String code, String nameZh, String nameEn) {}

    private final JdbcClient jdbc;
    private volatile Map<String, Channel> held;

    Channels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, in the order of the list. */
    public List<Channel> list() {
        return List.copyOf(held().values());
    }

    /**
     * The code of a channel; WEB for null.
     *
     * @throws Problem 422 {@code unknown-channel} listing those that are known
     */
    String require(String word) {
        String code = word == null || word.isBlank() ? "WEB" : word.strip().toUpperCase(Locale.ROOT);
        if (!held().containsKey(code)) {
            String shown = word.length() > 40 ? word.substring(0, 40) + "…" : word;
            throw Problem.unprocessable(
                            "unknown-channel",
                            "'" + shown + "' is no channel; known are " + String.join(", ", held().keySet()) + ".")
                    .with("/channel", Fault.UNKNOWN, "unknown channel");
        }
        return code;
    }

    private Map<String, Channel> held() {
        Map<String, Channel> known = held;
        if (known == null) {
            Map<String, Channel> fresh = new LinkedHashMap<>();
            jdbc.sql("SELECT code, name_zh, name_en FROM incident.channels ORDER BY ordinal")
                    .query(Channel.class)
                    .list()
                    .forEach(channel -> fresh.put(channel.code(), channel));
            held = fresh;
            known = fresh;
        }
        return known;
    }
}
