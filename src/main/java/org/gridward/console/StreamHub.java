package org.gridward.console;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The clients of the stream on this server. Each has a bounded buffer; one that falls behind is told to start anew. A user has
 * a few at once: one more ends the oldest, which is told why. A client that gives its name takes the place of its former self.
 */
@Component
public class StreamHub {

    private static final int LONGEST_NAME = 64;

    private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
    private final StreamEvents events;
    private final int most;
    private final int each;
    private long opened;

    StreamHub(
            StreamEvents events,
            @Value("${gridward.stream.clients:2000}") int most,
            @Value("${gridward.stream.each:3}") int each) {
        this.events = events;
        this.most = most;
        this.each = each;
    }

    /**
     * Opens a stream from after an event on.
     *
     * @param after the last event id the client has seen; negative for "from now on"
     * @param user whose stream it is
     * @param name how the client calls itself, the same when it comes again; null: it has no name
     * @throws Problem 503 when this server has too many streams already, 400 for a name that is too long
     */
    public synchronized StreamClient open(long after, String user, String name) {
        if (name != null && name.length() > LONGEST_NAME) {
            throw Problem.unreadable(
                            "stream-client", "A client names itself with 1 to " + LONGEST_NAME + " characters.")
                    .with("/client", Fault.length(1, LONGEST_NAME), "1 to " + LONGEST_NAME + " characters");
        }
        makeRoom(user, name);
        if (clients.size() >= most) {
            throw Problem.unavailable("too-many-streams", "This server already feeds " + most + " streams.");
        }
        StreamClient client = new StreamClient(this, events, after, new StreamClient.Identity(user, name, ++opened));
        clients.add(client);
        return client;
    }

    private void makeRoom(String user, String name) {
        List<StreamClient> own = clients.stream()
                .filter(client -> client.identity().user().equals(user))
                .sorted(Comparator.comparingLong(client -> client.identity().number()))
                .toList();
        List<StreamClient> former = own.stream()
                .filter(client -> name != null && name.equals(client.identity().name()))
                .toList();
        former.forEach(client -> leave(client, StreamClient.Farewell.SILENT));
        List<StreamClient> others =
                own.stream().filter(client -> !former.contains(client)).toList();
        int tooMany = each == 0 ? 0 : others.size() - each + 1;
        others.stream().limit(Math.max(0, tooMany)).forEach(client -> leave(client, StreamClient.Farewell.SUPERSEDED));
    }

    private void leave(StreamClient client, StreamClient.Farewell farewell) {
        clients.remove(client);
        client.end(farewell);
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
        clients.forEach(client -> client.end(StreamClient.Farewell.SILENT));
    }
}
