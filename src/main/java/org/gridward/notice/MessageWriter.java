package org.gridward.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridward.platform.Ids;
import org.gridward.platform.RowStatement;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what happened as messages to whoever subscribed to it, into the transaction that did it: both are kept or neither.
 * An address gets one message for one event, however many of its subscriptions fit. Without subscriptions it costs nothing.
 */
@Component
class MessageWriter {

    private static final RowStatement MESSAGE = RowStatement.of("notice/add_messages", RowStatement.Rank.NEWS);

    private final Subscriptions subscriptions;
    private final WriteBatch batch;
    private final JsonMapper json;

    MessageWriter(Subscriptions subscriptions, WriteBatch batch, JsonMapper json) {
        this.subscriptions = subscriptions;
        this.batch = batch;
        this.json = json;
    }

    /**
     * What is told.
     *
     * @param about incident or broadcast
     * @param category of the incident; null where it is not known or there is none
     * @param grids that hold it, all levels; null: read when the message is written, which needs a stored incident
     * @param facts members of the payload, no personal data
     * @param text what a reporter wrote, for subscriptions that want it; may be null
     * @param holdSeconds for how long it is held back, because it may be taken back
     */
    record News(
            NoticeEvent event,
            UUID about,
            Instant at,
            String category,
            Collection<String> grids,
            Map<String, Object> facts,
            String text,
            int holdSeconds) {

        News(
                NoticeEvent event,
                UUID about,
                Instant at,
                String category,
                Collection<String> grids,
                Map<String, Object> facts,
                String text) {
            this(event, about, at, category, grids, facts, text, 0);
        }
    }

    void write(News news) {
        List<Subscription> wanting = subscriptions.of(news.event(), news.category());
        Set<UUID> told = new HashSet<>();
        for (Subscription one : wanting) {
            boolean inside = news.grids() == null
                    || one.gridCode() == null
                    || news.grids().contains(one.gridCode());
            boolean known = news.grids() != null || one.gridCode() == null;
            // Whether one whose grid is still to be looked up is told is not known here, so it does not stand for
            // others.
            if (inside && (!known || told.add(one.targetId())) && !(told.contains(one.targetId()) && !known)) {
                batch.addRow(
                        MESSAGE,
                        Ids.next(),
                        news.event().code(),
                        news.about(),
                        payload(news, one),
                        news.grids() != null,
                        one.id(),
                        news.holdSeconds());
            }
        }
    }

    /** Takes back what waits about something since an instant and was held back for that. */
    void withdraw(UUID about, Instant since) {
        batch.add(Sql.of("notice/withdraw_messages"), about, since);
    }

    private String payload(News news, Subscription one) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("event", news.event().code());
        payload.put("at", news.at());
        payload.putAll(news.facts());
        if (one.withText() && news.text() != null) {
            payload.put("description", news.text());
        }
        return json.writeValueAsString(payload);
    }
}
