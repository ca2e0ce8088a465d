package org.gridward.platform;

import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Reads times in JSON as {@link Instants} does: text with an offset. A number is no time of the public contract. */
final class InstantText extends StdDeserializer<Instant> {

    private InstantText() {
        super(Instant.class);
    }

    static SimpleModule module() {
        return new SimpleModule("gridward-times").addDeserializer(Instant.class, new InstantText());
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getString();
        try {
            return text.isBlank() ? null : Instants.parse(text, "");
        } catch (Problem unreadable) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, unreadable.detail());
        }
    }
}
