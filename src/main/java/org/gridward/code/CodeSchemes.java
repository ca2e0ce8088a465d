package org.gridward.code;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.grid.Layers;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The layouts of codes, read from the store, and which layer is numbered by which of them at a time. */
@Component
public class CodeSchemes {

    /** A layer's scheme for a time; {@code from} and {@code until} are null where open. */
    public record LayerScheme(
            String layer, String scheme, int version, Instant from, Instant until, String assignedBy) {

        boolean holds(Instant at) {
            return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
        }
    }

    private final JdbcClient jdbc;
    private final Layers layers;
    private final AuditTrail audit;

    CodeSchemes(JdbcClient jdbc, Layers layers, AuditTrail audit) {
        this.jdbc = jdbc;
        this.layers = layers;
        this.audit = audit;
    }

    /** Every scheme in every version, by the number of digits. */
    public List<CodeScheme> list() {
        Map<String, CodeScheme> schemes = new LinkedHashMap<>();
        jdbc.sql(Sql.of("code/list_schemes")).query((ResultSet row) -> {
            CodeScheme scheme = schemes.computeIfAbsent(row.getString("id") + "/" + row.getInt("version"), key -> {
                try {
                    return scheme(row);
                } catch (SQLException unreadable) {
                    throw new IllegalStateException(unreadable);
                }
            });
            List<CodePart> parts = scheme.parts();
            if (parts.isEmpty() || !parts.get(parts.size() - 1).name().equals(row.getString("part"))) {
                parts.add(part(row));
            }
            if (row.getString("meaning") != null) {
                parts.get(parts.size() - 1).ranges().add(range(row));
            }
        });
        return List.copyOf(schemes.values());
    }

    /** A scheme in one version, or (version null) in the lowest one, which is the one that a standard is known to have. */
    public CodeScheme get(String id, Integer version) {
        List<CodeScheme> known = list();
        return known.stream()
                .filter(scheme -> scheme.id().equals(id) && (version == null || scheme.version() == version))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "unknown-scheme",
                        "There is no code scheme '" + id + (version == null ? "" : "' version '" + version)
                                + "'; there are "
                                + known.stream()
                                        .map(scheme -> scheme.id() + " " + scheme.version())
                                        .toList()
                                + "."));
    }

    /** Which layer is numbered by which scheme, when. */
    public List<LayerScheme> ofLayers() {
        return jdbc.sql(Sql.of("code/list_layer_schemes"))
                .query((row, number) -> new LayerScheme(
                        row.getString("layer"),
                        row.getString("scheme"),
                        row.getInt("version"),
                        Instants.of(row, "valid_from"),
                        Instants.of(row, "valid_until"),
                        row.getString("assigned_by")))
                .list();
    }

    /** The scheme by which a layer is numbered at a time. */
    public Optional<CodeScheme> find(String layer, Instant at) {
        return ofLayers().stream()
                .filter(use -> use.layer().equals(layer) && use.holds(at))
                .findFirst()
                .map(use -> get(use.scheme(), use.version()));
    }

    /** As {@link #find}; 409 {@code layer-without-scheme} saying how to name one. */
    public CodeScheme of(String layer, Instant at) {
        return find(layer, at)
                .orElseThrow(() -> Problem.conflict(
                        "layer-without-scheme",
                        "The layer '" + layer + "' is numbered by no code scheme at " + at
                                + "; name one with POST /api/v1/layers/" + layer + "/code-scheme."));
    }

    /** From an instant on the layer is numbered by the scheme; what held before stays on record. */
    @Transactional
    public LayerScheme assign(String layer, CodeScheme scheme, Instant from, Actor actor) {
        layers.get(layer);
        if (scheme.subject() != CodeScheme.Subject.GRID) {
            throw Problem.unprocessable(
                    "scheme-not-for-grids", "The scheme '" + scheme.id() + "' numbers no grids; choose another.");
        }
        OffsetDateTime start = from.atOffset(ZoneOffset.UTC);
        jdbc.sql(Sql.of("code/end_layer_scheme"))
                .param("layer", layer)
                .param("from", start)
                .update();
        jdbc.sql(Sql.of("code/insert_layer_scheme"))
                .param("layer", layer)
                .param("scheme", scheme.id())
                .param("version", scheme.version())
                .param("from", start)
                .param("assigned_by", actor.name())
                .update();
        audit.append(actor, "CODE_SCHEME_ASSIGNED", layer, Map.of("scheme", scheme.id(), "version", scheme.version()));
        return new LayerScheme(layer, scheme.id(), scheme.version(), from, null, actor.name());
    }

    private static CodeScheme scheme(ResultSet row) throws SQLException {
        return new CodeScheme(
                row.getString("id"),
                row.getInt("version"),
                CodeScheme.Subject.valueOf(row.getString("subject")),
                CodeScheme.Standing.valueOf(row.getString("standing")),
                row.getInt("digits"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("source"),
                new ArrayList<>());
    }

    private static CodePart part(ResultSet row) throws SQLException {
        return new CodePart(
                row.getString("part"),
                row.getString("part_zh"),
                row.getString("part_en"),
                row.getInt("from_digit"),
                row.getInt("length"),
                CodePart.Rule.valueOf(row.getString("rule")),
                Optional.ofNullable(row.getString("layer")),
                row.getInt("key_from"),
                new ArrayList<>());
    }

    private static CodeRange range(ResultSet row) throws SQLException {
        return new CodeRange(
                row.getInt("low"),
                row.getInt("high"),
                CodeRange.Meaning.valueOf(row.getString("meaning")),
                row.getString("range_zh"),
                row.getString("range_en"));
    }
}
