package org.gridward.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.gridward.platform.Fault;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.databind.JsonNode;

/** What a broadcast must satisfy before it is stored; every broken rule is one entry. Pure. */
final class BroadcastRules {

    private static final int PARTS_MOST = 200;
    private static final int VERTICES_MOST = 100_000;
    private static final Duration LONGEST = Duration.ofDays(366);

    private BroadcastRules() {}

    /** When it holds: given as instants or as a window of the city's clock. */
    record Span(Instant from, Instant until) {

        static Span of(Draft draft, ZoneId zone) {
            Window window = draft.window();
            return window == null
                    ? new Span(draft.validFrom(), draft.validUntil())
                    : new Span(window.start(zone), window.end(zone));
        }
    }

    static void check(Draft draft, Span span, Instant now) {
        Problem problem = Problem.unprocessable("broadcast-not-acceptable", "The broadcast cannot be taken as it is.");
        Texts.check(problem, "/titleZh", draft.titleZh(), 100, true);
        Texts.check(problem, "/titleEn", draft.titleEn(), 200, false);
        Texts.check(problem, "/textZh", draft.textZh(), 2_000, true);
        Texts.check(problem, "/textEn", draft.textEn(), 4_000, false);
        if (draft.window() != null && (draft.validFrom() != null || draft.validUntil() != null)) {
            problem.with("/window", Fault.EITHER, "send either a window or validFrom and validUntil");
        }
        if (span.from() == null || span.until() == null) {
            problem.with("/validFrom", Fault.MISSING, "missing; send validFrom and validUntil, or a window");
        } else if (!span.from().isBefore(span.until())) {
            problem.with("/validUntil", Fault.ORDER, span.until() + " is not after " + span.from());
        } else if (!span.until().isAfter(now)) {
            problem.with("/validUntil", Fault.PAST, span.until() + " has passed; it is " + now + " now");
        } else if (span.until().isAfter(now.plus(LONGEST))) {
            problem.with("/validUntil", Fault.daysAhead(366), span.until() + " is more than a year away");
        }
        int parts = size(draft.areas()) + size(draft.grids());
        if (parts < 1 || parts > PARTS_MOST) {
            problem.with("/areas", Fault.count(1, PARTS_MOST), parts + " parts; draw or name 1 to " + PARTS_MOST);
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }

    /**
     * The drawn parts.
     *
     * @throws Problem 400 or 422 for one that is no sound polygon, with the place where it crosses itself
     */
    static List<Geometry> areas(List<JsonNode> drawn) {
        List<Geometry> shapes = new ArrayList<>();
        for (int i = 0; drawn != null && i < drawn.size(); i++) {
            String pointer = "/areas/" + i;
            Geometry shape = GeoJson.read(drawn.get(i), pointer, VERTICES_MOST);
            if (shape.getDimension() != 2 || shape.isEmpty()) {
                throw Problem.unprocessable("area", "An area is a Polygon or MultiPolygon.")
                        .with(pointer, Fault.SHAPE, "no area");
            }
            TopologyValidationError error = new IsValidOp(shape).getValidationError();
            if (error != null) {
                throw Problem.unprocessable(
                                "area-not-sound", "The area is not sound: " + error.getMessage() + "; draw it again.")
                        .with(
                                pointer,
                                Fault.SHAPE,
                                error.getMessage(),
                                GeoJson.FACTORY.createPoint(error.getCoordinate()));
            }
            shapes.add(shape);
        }
        return shapes;
    }

    /** @throws Problem 422 without a reason, or with one that is too long */
    static String reason(String reason) {
        Problem problem = Problem.unprocessable("reason-missing", "Say why, for those who have read it already.");
        Texts.check(problem, "/reason", reason, 1_000, true);
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        return reason.strip();
    }

    private static int size(List<?> list) {
        return list == null ? 0 : list.size();
    }
}
