package org.gridward.console;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gridward.platform.Problem;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The clients of the stream on this server. Each has a bounded buffer; one that falls behind is told to start anew. */
@Component
public class StreamHub {

    private static final int MAX_CLIENTS = 1_000;

    private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
    private final StreamEvents events;

    StreamHub(StreamEvents events) {
        this.events = events;
    }

    /**
     * Opens a stream from after an event on.
     *
     * @param after the last event id the client has seen; negative for "from now on"
     * @throws Problem 503 when this server has too many streams already
     */
    public StreamClient open(long after) {
        if (clients.size() >= MAX_CLIENTS) {
            throw Problem.unavailable("too-many-streams", "This server already feeds " + MAX_CLIENTS + " streams.");
        }
        StreamClient client = new StreamClient(this, events, after);
        clients.add(client);
        return client;
    }

    /** How many streams this server feeds now. */
    public int clients() {
        return clients.size();
    }

    void publish(StreamEvent event) {
        clients.forEach(client -> client.offer(event));
    }

    void remove(StreamClient client) {
        clients.remove(client);
    }

    @EventListener(ContextClosedEvent.class)
    void closeAll() {
        clients.forEach(StreamClient::end);
    }
}
