package org.gridward.wall;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridward.access.Actor;
import org.gridward.grid.GridInfo;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.LayerMap;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Service;

/** Says how the districts stand. */
@Service
public class WallDesk {

    private static final int WORST = 12;
    private static final int WORST_OF_DISTRICT = 8;
    private static final int MARKS = 600;

    /** What hurts most: the longest overdue first, what has no clock last; then the higher tier. */
    private static final Comparator<OpenCase> BY_HURT = Comparator.comparing(
                    OpenCase::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(OpenCase::tier)
            .thenComparing(OpenCase::number);

    private final WallReader reader;
    private final GridMap grids;
    private final Clock clock;

    WallDesk(WallReader reader, GridMap grids, Clock clock) {
        this.reader = reader;
        this.grids = grids;
        this.clock = clock;
    }

    /** The layer of this code; blank: the widest that divides the city. */
    public Layer layer(String code) {
        if (code != null && !code.isBlank()) {
            return grids.layer(code);
        }
        return grids.layers().stream()
                .filter(one -> one.kind() == LayerKind.PARTITION && one.parent().isEmpty())
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "no-layer", "There is no layer of grids yet that divides the city; adopt an edition first."));
    }

    /**
     * The wall as this reader may see it.
     *
     * @param name what the screen is called; empty for a signed-in user
     * @param district the code of the district whose cases are asked for; null: none
     */
    public WallView view(Actor actor, String name, Layer layer, String district) {
        Instant now = clock.instant();
        WallReader.Picture picture = reader.read(layer.code());
        Scope scope = new Scope(actor, grids);
        LayerMap map = grids.mapOrEmpty(layer, now);
        List<OpenCase> open = picture.open().stream()
                .filter(one -> scope.holdsAny(one.codes()))
                .sorted(BY_HURT)
                .toList();
        Map<String, Integer> closed = picture.closed().stream()
                .filter(one -> scope.holdsAny(one.codes()))
                .collect(Collectors.groupingBy(WallReader.ClosedCase::district, Collectors.summingInt(one -> 1)));
        Function<String, WallView.Named> names = names(now);
        return new WallView(
                now,
                name,
                new WallView.Named(layer.code(), layer.nameZh(), layer.nameEn()),
                map.edition().toString(),
                Figures.of(open, closed.values().stream().mapToInt(n -> n).sum(), now),
                districts(map, scope, open, closed, now),
                worst(open, WORST, names, now),
                picture.voids().stream()
                        .filter(one -> scope.holds(one.gridCode()))
                        .map(one -> new WallView.Gap(
                                names.apply(one.gridCode()), one.role(), one.unitKind(), one.since(), one.until()))
                        .toList(),
                district == null ? null : chosen(district, open, names, now));
    }

    /** The codes of the districts that this reader may see, with the map that holds their shapes. */
    public List<String> codes(Actor actor, LayerMap map) {
        Scope scope = new Scope(actor, grids);
        return map.codes().stream()
                .filter(code -> scope.holds(code) || grids.below(code).contains(actor.jurisdiction()))
                .sorted()
                .toList();
    }

    private List<WallView.District> districts(
            LayerMap map, Scope scope, List<OpenCase> open, Map<String, Integer> closed, Instant now) {
        Map<String, List<OpenCase>> cases = new TreeMap<>();
        map.codes().stream().filter(scope::holds).forEach(code -> cases.put(code, new ArrayList<>()));
        closed.keySet().forEach(code -> cases.computeIfAbsent(code, quiet -> new ArrayList<>()));
        open.forEach(one ->
                cases.computeIfAbsent(one.district(), busy -> new ArrayList<>()).add(one));
        List<WallView.District> districts = new ArrayList<>();
        cases.forEach((code, held) -> {
            GridInfo info = map.find(code).orElse(new GridInfo(code, "", "", null, null));
            districts.add(new WallView.District(
                    code, info.nameZh(), info.nameEn(), Figures.of(held, closed.getOrDefault(code, 0), now)));
        });
        return districts;
    }

    private static WallView.Chosen chosen(
            String district, List<OpenCase> open, Function<String, WallView.Named> names, Instant now) {
        List<OpenCase> held =
                open.stream().filter(one -> one.district().equals(district)).toList();
        return new WallView.Chosen(
                district,
                worst(held, WORST_OF_DISTRICT, names, now),
                held.stream()
                        .filter(one -> one.lon() != null)
                        .limit(MARKS)
                        .map(one -> new WallView.Mark(one.lon(), one.lat(), one.light(now)))
                        .toList());
    }

    private static List<WallView.Worst> worst(
            List<OpenCase> sorted, int most, Function<String, WallView.Named> names, Instant now) {
        return sorted.stream()
                .limit(most)
                .map(one -> new WallView.Worst(
                        one.number(),
                        one.category(),
                        one.tier(),
                        one.state(),
                        names.apply(one.gridCode()),
                        one.kind(),
                        one.due(),
                        one.light(now)))
                .toList();
    }

    private Function<String, WallView.Named> names(Instant now) {
        List<LayerMap> maps = grids.maps(now, null);
        return code -> maps.stream()
                .flatMap(map -> map.find(code).stream())
                .findFirst()
                .map(info -> new WallView.Named(code, info.nameZh(), info.nameEn()))
                .orElse(new WallView.Named(code, "", ""));
    }
}
