package org.gridward.console;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** One event of the stream: its id, when it happened, its type, what it is about, and its data as JSON text. */
public final class StreamEvent {

    private final long id;
    private final Instant at;
    private final String type;
    private final String subject;
    private final String payload;
    /** Written once, however many clients it goes to. */
    private byte[] bytes;

    StreamEvent(long id, Instant at, String type, String subject, String payload) {
        this.id = id;
        this.at = at;
        this.type = type;
        this.subject = subject;
        this.payload = payload;
    }

    public long id() {
        return id;
    }

    String type() {
        return type;
    }

    /** The event as it goes over the wire. */
    synchronized byte[] bytes() {
        if (bytes == null) {
            String text = "id: " + id + "\nevent: " + type + "\ndata: {\"type\":\"" + type + "\",\"at\":\"" + at
                    + "\",\"subject\":" + JsonMapper.shared().writeValueAsString(subject) + ",\"data\":" + payload
                    + "}\n\n";
            bytes = text.getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }
}
