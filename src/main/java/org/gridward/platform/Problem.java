package org.gridward.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A refusal that the caller can act on: it names the value and what to try. Answered as RFC 9457 problem+json over HTTP
 * and as lines on the command line. {@code slug} is the stable last part of the type URI {@code /problems/<slug>}.
 */
public final class Problem extends RuntimeException {

    /** One entry of {@code errors[]}: a JSON pointer into the input, a message, an optional place, further members. */
    public record Entry(String pointer, String message, Geometry location, Map<String, Object> more) {}

    private static final int LONGEST = 4_000;

    private final transient List<Entry> entries = new ArrayList<>();
    private final transient Map<String, Object> values = new LinkedHashMap<>();
    private final int status;
    private final String slug;
    private final String title;

    private Problem(int status, String title, String slug, String detail) {
        super(brief(detail));
        this.status = status;
        this.title = title;
        this.slug = slug;
    }

    /** 400: the input cannot be read. */
    public static Problem unreadable(String slug, String detail) {
        return new Problem(400, "The request cannot be read", slug, detail);
    }

    /** 401: nobody is signed in. */
    public static Problem unauthenticated(String slug, String detail) {
        return new Problem(401, "Sign in first", slug, detail);
    }

    /** 403: the caller may not do this. */
    public static Problem forbidden(String slug, String detail) {
        return new Problem(403, "Not allowed", slug, detail);
    }

    /** 404: there is no such thing. */
    public static Problem notFound(String slug, String detail) {
        return new Problem(404, "Not found", slug, detail);
    }

    /** 409: the present state forbids it. */
    public static Problem conflict(String slug, String detail) {
        return new Problem(409, "The present state does not allow this", slug, detail);
    }

    /** 410: it was there once and is not any more; says what to use in its place. */
    public static Problem gone(String slug, String detail) {
        return new Problem(410, "No longer in use", slug, detail);
    }

    /** 412: the version in If-Match is not the present one. */
    public static Problem stale(String slug, String detail) {
        return new Problem(412, "The version is stale", slug, detail);
    }

    /** 428: a change needs If-Match. */
    public static Problem preconditionRequired(String slug, String detail) {
        return new Problem(428, "The version is missing", slug, detail);
    }

    /** 413: the input is larger than this server reads. */
    public static Problem tooLarge(String slug, String detail) {
        return new Problem(413, "The request is too large", slug, detail);
    }

    /** 422: readable, but not acceptable. */
    public static Problem unprocessable(String slug, String detail) {
        return new Problem(422, "The request is not acceptable", slug, detail);
    }

    /** 429: too often; the answer carries Retry-After. */
    public static Problem tooMany(String slug, String detail) {
        return new Problem(429, "Too many requests", slug, detail);
    }

    /** 503: something this server needs is away. */
    public static Problem unavailable(String slug, String detail) {
        return new Problem(503, "The service is not available right now", slug, detail);
    }

    /**
     * Names a value that the detail speaks of, so that a screen can say the same in its own language; null says nothing. Returns
     * this. The value {@code why} tells cases of one type apart.
     */
    public Problem saying(String name, Object value) {
        if (value != null) {
            values.put(name, value instanceof String text ? brief(text) : value);
        }
        return this;
    }

    /** Adds an entry to {@code errors[]} that says by a code, so that a screen can say it too, what is wrong; returns this. */
    public Problem with(String pointer, Fault fault, String message) {
        return with(pointer, fault, message, null, Map.of());
    }

    /** Adds an entry with a place (lon/lat); returns this. */
    public Problem with(String pointer, Fault fault, String message, Geometry location) {
        return with(pointer, fault, message, location, Map.of());
    }

    /** Adds an entry with a place and further members, such as {@code kind} and {@code areaSquareMeters}. */
    public Problem with(String pointer, Fault fault, String message, Geometry location, Map<String, Object> more) {
        Map<String, Object> members = new LinkedHashMap<>(fault.members());
        members.putAll(more);
        entries.add(new Entry(brief(pointer), brief(message), location, members));
        return this;
    }

    /** The same, but where it speaks of {@code name} it says what the caller calls that. */
    public Problem calling(String name, String known) {
        Problem same = new Problem(status, title, slug, detail().replace(name, known));
        entries.forEach(one -> same.entries.add(
                new Entry(one.pointer(), one.message().replace(name, known), one.location(), one.more())));
        return same;
    }

    /** What was sent is quoted back, but never a megabyte of it. */
    private static String brief(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return getMessage();
    }

    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}
