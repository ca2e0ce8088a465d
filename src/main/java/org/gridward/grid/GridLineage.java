package org.gridward.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records what became of each grid between an edition and the one before it: born, split, carved, merged, retired, shifted,
 * renamed. A grid that came or went is placed in the other edition by an inner point of its own.
 */
@Component
class GridLineage {

    record Step(String kind, List<String> from, List<String> to) {}

    private final JdbcClient jdbc;

    GridLineage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(Layer layer, LayerMap after, Optional<LayerMap> before) {
        if (before.isEmpty()) {
            return;
        }
        for (Step step : steps(before.get(), after)) {
            jdbc.sql(Sql.of("grid/insert_lineage"))
                    .param("layer", layer.code())
                    .param("edition", after.edition().value())
                    .param("kind", step.kind())
                    .param("from", step.from().toArray(String[]::new))
                    .param("to", step.to().toArray(String[]::new))
                    .update();
        }
    }

    static List<Step> steps(LayerMap before, LayerMap after) {
        List<Step> steps = new ArrayList<>();
        Map<String, TreeSet<String>> bornIn = new TreeMap<>();
        for (String code : after.codes()) {
            if (before.find(code).isPresent()) {
                changed(before, after, code).ifPresent(steps::add);
                continue;
            }
            Optional<String> origin = ownerOfInnerPoint(after.shape(code), before);
            if (origin.isPresent()) {
                bornIn.computeIfAbsent(origin.get(), key -> new TreeSet<>()).add(code);
            } else {
                steps.add(new Step("BORN", List.of(), List.of(code)));
            }
        }
        bornIn.forEach((origin, born) -> {
            boolean survives = after.find(origin).isPresent();
            List<String> to = new ArrayList<>(born);
            if (survives) {
                to.add(0, origin);
            }
            steps.add(new Step(survives ? "CARVE" : "SPLIT", List.of(origin), to));
        });
        for (String code : before.codes()) {
            if (after.find(code).isEmpty() && !bornIn.containsKey(code)) {
                Optional<String> heir = ownerOfInnerPoint(before.shape(code), after);
                steps.add(new Step(
                        heir.isPresent() ? "MERGE" : "RETIRED",
                        List.of(code),
                        heir.stream().toList()));
            }
        }
        return steps;
    }

    private static Optional<Step> changed(LayerMap before, LayerMap after, String code) {
        if (!before.shape(code).norm().equalsExact(after.shape(code).norm())) {
            return Optional.of(new Step("SHIFT", List.of(code), List.of(code)));
        }
        GridInfo was = before.find(code).orElseThrow();
        GridInfo is = after.find(code).orElseThrow();
        boolean renamed = !was.nameZh().equals(is.nameZh()) || !was.nameEn().equals(is.nameEn());
        return renamed ? Optional.of(new Step("RENAME", List.of(code), List.of(code))) : Optional.empty();
    }

    private static Optional<String> ownerOfInnerPoint(Geometry shape, LayerMap map) {
        Point inner = shape.getInteriorPoint();
        return map.owner(inner.getX(), inner.getY());
    }
}
