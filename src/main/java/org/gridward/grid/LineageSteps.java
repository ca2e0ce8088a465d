package org.gridward.grid;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridward.geometry.GridShape;
import org.gridward.grid.LineageStep.Flow;
import org.gridward.grid.LineageStep.Kind;

/**
 * Names what happened between two editions, from how much ground went where. A flow counts from two hundredths of the
 * grid it left or of the grid it came to; what is less is the border being redrawn.
 */
final class LineageSteps {

    private static final double SHARE_THAT_COUNTS = 0.02;

    private final LayerMap before;
    private final LayerMap after;
    private final Map<String, List<Flow>> leaving;
    private final Map<String, List<Flow>> coming;
    private final Set<String> born = new TreeSet<>();
    private final Set<String> ended = new TreeSet<>();
    private final List<LineageStep> steps = new ArrayList<>();
    private final Set<String> told = new TreeSet<>();

    private LineageSteps(LayerMap before, LayerMap after) {
        this.before = before;
        this.after = after;
        List<GridShape> old = shapes(before, after);
        List<GridShape> young = shapes(after, before);
        List<Flow> flows = GroundFlows.between(old, young);
        this.leaving = flows.stream().filter(flow -> flow.from() != null).collect(Collectors.groupingBy(Flow::from));
        this.coming = flows.stream().filter(flow -> flow.to() != null).collect(Collectors.groupingBy(Flow::to));
        after.codes().stream().filter(code -> before.find(code).isEmpty()).forEach(born::add);
        before.codes().stream().filter(code -> after.find(code).isEmpty()).forEach(ended::add);
    }

    static List<LineageStep> between(LayerMap before, LayerMap after) {
        return new LineageSteps(before, after).find();
    }

    /** The grids of one edition that the other does not draw in the very same way. */
    private static List<GridShape> shapes(LayerMap of, LayerMap other) {
        return of.codes().stream()
                .filter(code -> !of.isSameShape(other, code))
                .map(code -> new GridShape(code, of.shape(code)))
                .toList();
    }

    private List<LineageStep> find() {
        Map<String, Set<String>> carved = new TreeMap<>();
        for (String code : born) {
            born(code, carved);
        }
        carved.forEach((origin, young) -> {
            Set<String> to = new LinkedHashSet<>(List.of(origin));
            to.addAll(young);
            add(Kind.CARVE, Set.of(origin), to);
        });
        Map<String, Set<String>> swallowed = new TreeMap<>();
        for (String code : ended) {
            ended(code, swallowed);
        }
        swallowed.forEach((heir, old) -> {
            Set<String> from = new LinkedHashSet<>(List.of(heir));
            from.addAll(old);
            add(Kind.MERGE, from, Set.of(heir));
        });
        for (String code : before.codes()) {
            after.find(code).ifPresent(is -> stayed(code, before.find(code).orElseThrow(), is));
        }
        return steps;
    }

    private void born(String code, Map<String, Set<String>> carved) {
        List<Flow> origins = counting(coming, code);
        Set<String> old = codes(origins.stream().map(Flow::from).filter(ended::contains));
        if (origins.isEmpty()) {
            add(Kind.BORN, Set.of(), Set.of(code));
        } else if (old.size() > 1) {
            add(Kind.MERGE, old, Set.of(code));
        } else if (old.isEmpty()) {
            origins.stream()
                    .max((first, second) -> Double.compare(first.areaSquareMeters(), second.areaSquareMeters()))
                    .ifPresent(most -> carved.computeIfAbsent(most.from(), key -> new TreeSet<>())
                            .add(code));
        }
    }

    private void ended(String code, Map<String, Set<String>> swallowed) {
        Set<String> heirs = codes(counting(leaving, code).stream().map(Flow::to));
        if (heirs.isEmpty()) {
            add(Kind.RETIRED, Set.of(code), Set.of());
        } else if (heirs.size() > 1) {
            add(Kind.SPLIT, Set.of(code), heirs);
        } else if (born.containsAll(heirs)) {
            if (!told.containsAll(heirs)) {
                add(Kind.RENAME, Set.of(code), heirs);
            }
        } else {
            heirs.forEach(heir ->
                    swallowed.computeIfAbsent(heir, key -> new TreeSet<>()).add(code));
        }
    }

    private void stayed(String code, GridInfo was, GridInfo is) {
        if (!before.isSameShape(after, code)) {
            if (!told.contains(code)) {
                add(Kind.SHIFT, Set.of(code), Set.of(code));
            }
        } else if (!was.nameZh().equals(is.nameZh())
                || !was.nameEn().equals(is.nameEn())
                || !Objects.equals(was.parentCode(), is.parentCode())) {
            add(Kind.RENAME, Set.of(code), Set.of(code));
        }
    }

    private void add(Kind kind, Set<String> from, Set<String> to) {
        told.addAll(from);
        told.addAll(to);
        Set<Flow> moved = new LinkedHashSet<>();
        from.forEach(code -> moved.addAll(leaving.getOrDefault(code, List.of())));
        to.forEach(code -> moved.addAll(coming.getOrDefault(code, List.of())));
        steps.add(new LineageStep(kind, List.copyOf(from), List.copyOf(to), List.copyOf(moved)));
    }

    private static List<Flow> counting(Map<String, List<Flow>> flows, String code) {
        return flows.getOrDefault(code, List.of()).stream()
                .filter(flow -> flow.from() != null && flow.to() != null)
                .filter(flow -> flow.shareOfFrom() >= SHARE_THAT_COUNTS || flow.shareOfTo() >= SHARE_THAT_COUNTS)
                .toList();
    }

    private static Set<String> codes(Stream<String> codes) {
        return codes.collect(Collectors.toCollection(TreeSet::new));
    }
}
