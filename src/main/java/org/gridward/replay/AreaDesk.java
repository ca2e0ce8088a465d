package org.gridward.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.access.Role;
import org.gridward.grid.GridInfo;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.platform.Fault;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers who was in an area and what happened there. Whereabouts are sensitive: nobody asks without a reason, each question is kept
 * with its answer, and each look at one is audited.
 */
@Component
public class AreaDesk {

    /** A question that was asked, without its answer. */
    public record Asked(
            UUID id, Instant from, Instant to, String reason, String askedBy, Instant askedAt, String digest) {}

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int LONGEST_REASON = 500;

    private final AreaReader reader;
    private final GridMap gridMap;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;

    AreaDesk(AreaReader reader, GridMap gridMap, JdbcClient jdbc, JsonMapper json, AuditTrail audit) {
        this.reader = reader;
        this.gridMap = gridMap;
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
    }

    /**
     * Answers a question and keeps it.
     *
     * @throws Problem 422 naming what is not acceptable; 403 for an area beyond the asker's jurisdiction
     */
    @Transactional
    public AreaAnswer ask(AreaQuestion question, Actor actor) {
        Instant now = reader.now();
        check(question, now);
        requireOwn(question.area(), actor);
        String area = json.writeValueAsString(GeoJson.toMap(question.area()));
        AreaReader.Fixes fixes = reader.fixes(question.from(), question.to());
        List<AreaAnswer.UnitThere> units = units(question);
        List<AreaAnswer.CaseThere> cases = reader.cases(area, question.from(), question.to());
        Map<String, Long> states = new TreeMap<>();
        cases.forEach(one -> states.merge(one.state(), 1L, Long::sum));
        List<AreaAnswer.GridThere> grids = grids(question);
        AreaAnswer.Receipt receipt = new AreaAnswer.Receipt(
                fixes.fixes(),
                Math.max(fixes.units(), units.size()),
                units.size(),
                Math.max(fixes.units(), units.size()) - units.size(),
                cases.size(),
                units.stream().mapToDouble(AreaAnswer.UnitThere::seconds).sum(),
                digest(Arrays.asList(area, question.from(), question.to(), units, cases, grids)));
        AreaAnswer answer = new AreaAnswer(
                Ids.next(),
                GeoJson.toMap(question.area()),
                question.from(),
                question.to(),
                question.reason().strip(),
                actor.name(),
                now,
                StayFinder.GAP.toSeconds(),
                units,
                cases,
                states,
                grids,
                receipt);
        keep(answer, area);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("from", question.from());
        detail.put("to", question.to());
        detail.put("reason", answer.reason());
        detail.put("units", units.size());
        detail.put("cases", cases.size());
        detail.put("digest", receipt.digest());
        audit.append(actor, "AREA_ASKED", answer.id().toString(), detail);
        return answer;
    }

    /** An answer as it was given. @throws Problem 404; 403 for who neither asked it nor is an admin */
    @Transactional
    public AreaAnswer read(UUID id, Actor actor) {
        AreaAnswer answer = jdbc.sql("SELECT answer FROM replay.area_questions WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, AreaAnswer.class))
                .orElseThrow(() -> Problem.notFound("unknown-area-question", "There is no question " + id + "."));
        if (!answer.askedBy().equals(actor.name()) && !actor.has(Role.ADMIN)) {
            throw Problem.forbidden(
                    "not-asked-by-you",
                    "The answer shows where people were; it is for '" + answer.askedBy()
                            + "', who gave a reason. Ask your own question.");
        }
        audit.append(
                actor,
                "AREA_READ",
                id.toString(),
                Map.of("digest", answer.receipt().digest()));
        return answer;
    }

    /** The questions that were asked, the latest first. */
    public List<Asked> list(int limit) {
        return jdbc.sql(Sql.of("replay/list_questions"))
                .param("rows", limit)
                .query((row, n) -> new Asked(
                        row.getObject("id", UUID.class),
                        Rows.instant(row, "since"),
                        Rows.instant(row, "until"),
                        row.getString("reason"),
                        row.getString("asked_by"),
                        Rows.instant(row, "asked_at"),
                        row.getString("digest")))
                .list();
    }

    private List<AreaAnswer.UnitThere> units(AreaQuestion question) {
        StayFinder finder = new StayFinder(question.area(), question.from(), question.to());
        List<AreaAnswer.UnitThere> there = new ArrayList<>();
        for (AreaReader.Tracked one :
                reader.tracks(question.area().getEnvelopeInternal(), question.from(), question.to())) {
            StayFinder.Found found = finder.find(one.steps());
            if (!found.stays().isEmpty() || found.unknownSeconds() > 0) {
                there.add(new AreaAnswer.UnitThere(
                        one.unit(),
                        one.nameZh(),
                        one.nameEn(),
                        one.kind(),
                        found.seconds(),
                        found.unknownSeconds(),
                        found.stays().stream()
                                .map(stay -> new AreaAnswer.StayThere(
                                        stay.entry(),
                                        stay.entryBy().name(),
                                        stay.exit(),
                                        stay.exitBy().name(),
                                        stay.seconds()))
                                .toList()));
            }
        }
        return there;
    }

    private List<AreaAnswer.GridThere> grids(AreaQuestion question) {
        List<String> layers = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        List<GridInfo> infos = new ArrayList<>();
        for (LayerMap map : gridMap.maps(question.to(), null)) {
            for (String code : map.codes()) {
                Geometry shape = map.shape(code);
                if (shape.getEnvelopeInternal().intersects(question.area().getEnvelopeInternal())
                        && shape.intersects(question.area())) {
                    layers.add(map.layer().code());
                    codes.add(code);
                    infos.add(map.find(code).orElseThrow());
                }
            }
        }
        Map<String, List<AreaAnswer.Post>> posts = reader.posts(layers, codes, question.from(), question.to());
        List<AreaAnswer.GridThere> grids = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            List<AreaAnswer.Post> named = posts.getOrDefault(layers.get(i) + " " + codes.get(i), List.of());
            if (!named.isEmpty()) {
                grids.add(new AreaAnswer.GridThere(
                        layers.get(i),
                        codes.get(i),
                        infos.get(i).nameZh(),
                        infos.get(i).nameEn(),
                        named));
            }
        }
        return grids;
    }

    private static void check(AreaQuestion question, Instant now) {
        Problem problem = Problem.unprocessable("area-question", "The question cannot be answered as it is.");
        TopologyValidationError error = new IsValidOp(question.area()).getValidationError();
        if (error != null) {
            problem.with(
                    "/area",
                    Fault.SHAPE,
                    "The area is not sound: " + error.getMessage() + "; draw it again.",
                    GeoJson.FACTORY.createPoint(error.getCoordinate()));
        } else if (question.area().isEmpty()) {
            problem.with("/area", Fault.SHAPE, "Draw a polygon of three corners or more.");
        }
        if (!question.from().isBefore(question.to())) {
            problem.with("/to", Fault.ORDER, "The window is empty; send a later end.");
        } else if (Duration.between(question.from(), question.to()).compareTo(LONGEST) > 0) {
            problem.with(
                    "/from",
                    Fault.daysMost(LONGEST.toDays()),
                    "Ask for at most " + LONGEST.toDays() + " days at once.");
        }
        if (question.to().isAfter(now)) {
            problem.with("/to", Fault.FUTURE, "It is " + now + "; ask for a window that is over.");
        }
        String reason = question.reason() == null ? "" : question.reason().strip();
        if (reason.isEmpty()
                || reason.length() > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)) {
            problem.with(
                    "/reason",
                    Fault.length(1, LONGEST_REASON),
                    "Say why in 1 to " + LONGEST_REASON
                            + " characters: the answer shows where people were, and is kept.");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }

    private void requireOwn(Polygon area, Actor actor) {
        if (actor.jurisdiction().equals(Actor.WHOLE_CITY)) {
            return;
        }
        Optional<Geometry> own = gridMap.layers().stream()
                .flatMap(layer -> gridMap.find(layer.code()).stream())
                .flatMap(map -> Optional.ofNullable(map.shape(actor.jurisdiction())).stream())
                .findFirst();
        if (own.isEmpty() || !own.get().covers(area)) {
            throw Problem.forbidden(
                    "outside-own-jurisdiction",
                    "The area leaves the jurisdiction " + actor.jurisdiction() + " of '" + actor.name()
                            + "'; draw it inside.");
        }
    }

    private void keep(AreaAnswer answer, String area) {
        jdbc.sql(Sql.of("replay/insert_question"))
                .param("id", answer.id())
                .param("area", area)
                .param("since", Rows.time(answer.from()))
                .param("until", Rows.time(answer.to()))
                .param("reason", answer.reason())
                .param("askedBy", answer.askedBy())
                .param("askedAt", Rows.time(answer.askedAt()))
                .param("digest", answer.receipt().digest())
                .param("answer", json.writeValueAsString(answer))
                .update();
    }

    private String digest(Object what) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(json.writeValueAsString(what).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
