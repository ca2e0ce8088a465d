package org.gridward.platform;

import java.time.Instant;
import java.util.Collection;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON body that could not be read, and where. */
final class Unreadable {

    private Unreadable() {}

    static Problem problemOf(HttpMessageNotReadableException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof StreamConstraintsException limit) {
                return Problem.unreadable(
                        "json-limits", "The JSON goes past a limit of this server: " + limit.getOriginalMessage());
            }
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return Problem.unreadable(
                                "unknown-member",
                                "The member '" + unknown.getPropertyName() + "' is not known here; known are "
                                        + unknown.getKnownPropertyIds() + ".")
                        .with(pointer(unknown), Fault.SUPERFLUOUS, "unknown member");
            }
            if (cause instanceof InvalidFormatException format && format.getTargetType() == Instant.class) {
                return retold(format);
            }
            if (cause instanceof InvalidFormatException format) {
                return Problem.unreadable(
                                "unreadable-value",
                                "The value '" + format.getValue() + "' cannot be read as "
                                        + format.getTargetType().getSimpleName() + hint(format.getTargetType()) + ".")
                        .with(pointer(format), Fault.UNREADABLE, "cannot be read");
            }
            if (cause instanceof MismatchedInputException shape && shape.getTargetType() != null) {
                String wanted = wanted(shape.getTargetType());
                return Problem.unreadable(
                                "unreadable-json",
                                "The JSON cannot be read: at '" + pointer(shape) + "' " + wanted + " is wanted.")
                        .with(pointer(shape), Fault.UNREADABLE, "send " + wanted);
            }
            if (cause instanceof JacksonException json) {
                // What the parser proposes is for its programmer, not for the one who asks.
                String message = json.getOriginalMessage().replaceAll(": enable `.*` to allow", " is no JSON");
                return Problem.unreadable("unreadable-json", "The JSON cannot be read: " + message)
                        .with(pointer(json), Fault.UNREADABLE, "cannot be read");
            }
        }
        return Problem.unreadable("unreadable-body", "The request has no readable body; send JSON.");
    }

    /** The refusal of a time, with the place in the body where it stands. */
    private static Problem retold(InvalidFormatException format) {
        try {
            Instants.parse(String.valueOf(format.getValue()), pointer(format));
        } catch (Problem unreadable) {
            return unreadable;
        }
        return Problem.unreadable("unreadable-time", "The time '" + format.getValue() + "' cannot be read.")
                .with(pointer(format), Fault.UNREADABLE, "cannot be read");
    }

    private static String wanted(Class<?> type) {
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        if (type == Instant.class) {
            return "a time such as \"2026-03-01T08:00:00+08:00\"";
        }
        if (type == String.class || type.isEnum()) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type) ? "a number" : "an object";
    }

    private static String hint(Class<?> type) {
        return type.getName().startsWith("java.time.")
                ? " (an ISO 8601 time with an offset, such as 2026-03-01T08:00:00+08:00)"
                : "";
    }

    private static String pointer(JacksonException failure) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            pointer.append('/').append(step.getPropertyName() != null ? step.getPropertyName() : step.getIndex());
        }
        return pointer.toString();
    }
}
