package org.gridward.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridward.geometry.Fault;
import org.gridward.geometry.FaultKind;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a code, once it has ended, never names other ground: in the order of valid time, the editions that have a
 * code follow one another without a break. The very same ground may come back; a correction may restore what overlaps.
 */
@Component
class ReusedCodes {

    private record Holder(String code, EditionId edition) {}

    private static final int MOST_MEASURED = 1_000;

    private final JdbcClient jdbc;
    private final LayerMaps maps;

    ReusedCodes(JdbcClient jdbc, LayerMaps maps) {
        this.jdbc = jdbc;
        this.maps = maps;
    }

    /** The codes that would name other ground again if these grids came into force where the slot says. */
    List<Fault> find(Layer layer, Slot slot, List<NewGrid> grids, boolean correction) {
        Map<String, NewGrid> young = new LinkedHashMap<>();
        grids.forEach(grid -> young.putIfAbsent(grid.code(), grid));
        Set<String> previous = codes(layer, slot.previous());
        Set<String> next = codes(layer, slot.next());
        List<Fault> faults = new ArrayList<>();
        if (slot.earlier().size() > 1) {
            Set<String> born = new HashSet<>(young.keySet());
            born.removeAll(previous);
            Map<String, EditionId> before = last(holders(slot.earlier(), born), slot.earlier());
            for (Map.Entry<String, EditionId> held : before.entrySet()) {
                NewGrid grid = young.get(held.getKey());
                if (faults.size() >= MOST_MEASURED || !continues(shape(layer, held), grid.shape(), correction)) {
                    faults.add(reused(layer, slot, grid, held.getValue()));
                }
            }
        }
        if (!slot.later().isEmpty()) {
            faults.addAll(returning(layer, slot, young, previous, next));
        }
        return faults;
    }

    /** Codes that the drawing drops and a later edition has, or that it has, the next one drops and a later one has. */
    private List<Fault> returning(
            Layer layer, Slot slot, Map<String, NewGrid> young, Set<String> previous, Set<String> next) {
        List<Fault> faults = new ArrayList<>();
        Set<String> dropped = new HashSet<>(previous);
        dropped.removeAll(young.keySet());
        for (Holder later : first(holders(slot.later(), dropped), slot.later())) {
            Geometry was = maps.get(layer, slot.previous().orElseThrow()).shape(later.code());
            if (!continues(was, maps.get(layer, later.edition()).shape(later.code()), false)) {
                faults.add(comesBack(later, was));
            }
        }
        Set<String> briefly = new HashSet<>(young.keySet());
        briefly.removeAll(next);
        for (Holder later : first(holders(slot.later(), briefly), slot.later())) {
            Geometry is = young.get(later.code()).shape();
            if (!continues(is, maps.get(layer, later.edition()).shape(later.code()), false)) {
                faults.add(comesBack(later, is));
            }
        }
        return faults;
    }

    /** Whether it is the same ground, or in a correction for the greater part the same. */
    private static boolean continues(Geometry was, Geometry is, boolean correction) {
        if (LayerMap.sameShape(was, is)) {
            return true;
        }
        if (!correction || !is.isValid()) {
            return false;
        }
        double common = OverlayNGRobust.overlay(was, is, OverlayNG.INTERSECTION).getArea();
        return common >= 0.5 * Math.min(was.getArea(), is.getArea());
    }

    private Geometry shape(Layer layer, Map.Entry<String, EditionId> held) {
        return maps.get(layer, held.getValue()).shape(held.getKey());
    }

    private Set<String> codes(Layer layer, Optional<EditionId> edition) {
        return edition.map(id -> maps.get(layer, id).codes()).orElse(Set.of());
    }

    private List<Holder> holders(List<EditionId> editions, Set<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(Sql.of("grid/list_holders_of_codes"))
                .param("editions", editions.stream().map(EditionId::value).toArray(UUID[]::new))
                .param("codes", codes.toArray(String[]::new))
                .query((row, number) ->
                        new Holder(row.getString("code"), new EditionId(row.getObject("edition_id", UUID.class))))
                .list();
    }

    private static Map<String, EditionId> last(List<Holder> holders, List<EditionId> order) {
        Map<String, EditionId> last = new LinkedHashMap<>();
        for (Holder holder : holders) {
            last.merge(
                    holder.code(),
                    holder.edition(),
                    (first, second) -> order.indexOf(first) > order.indexOf(second) ? first : second);
        }
        return last;
    }

    private static List<Holder> first(List<Holder> holders, List<EditionId> order) {
        Map<String, Holder> first = new HashMap<>();
        for (Holder holder : holders) {
            first.merge(
                    holder.code(),
                    holder,
                    (one, two) -> order.indexOf(one.edition()) < order.indexOf(two.edition()) ? one : two);
        }
        return first.values().stream()
                .sorted((one, two) -> one.code().compareTo(two.code()))
                .toList();
    }

    private Fault reused(Layer layer, Slot slot, NewGrid grid, EditionId last) {
        return new Fault(
                FaultKind.CODE_REUSED,
                List.of(grid.code()),
                grid.shape().getInteriorPoint(),
                0,
                "grid code " + grid.code() + " ended at " + slot.ended(last) + " (it was last in edition " + last
                        + ") and names other ground now; codes are never used again: give it a new one, such as "
                        + free(layer, grid.code()));
    }

    private static Fault comesBack(Holder later, Geometry ground) {
        return new Fault(
                FaultKind.CODE_REUSED,
                List.of(later.code()),
                ground.getInteriorPoint(),
                0,
                "grid code " + later.code() + " would end here and name other ground again in the edition "
                        + later.edition() + "; keep it, or correct that edition first");
    }

    /** The next number after all ever used with the same beginning. */
    private String free(Layer layer, String code) {
        String digits = code.replaceFirst("^.*?(\\d{1,3})$", "$1");
        if (digits.equals(code) && !code.matches("\\d{1,3}")) {
            return code + "-2";
        }
        String prefix = code.substring(0, code.length() - digits.length());
        String highest = jdbc.sql(Sql.of("grid/list_numbers_used"))
                .param("layer", layer.code())
                .param("prefix", prefix)
                .param("length", code.length())
                .query(String.class)
                .optional()
                .orElse(code);
        String tail = highest.substring(prefix.length());
        long number = tail.matches("\\d+") ? Long.parseLong(tail) + 1 : 1;
        return prefix + ("%0" + digits.length() + "d").formatted(number);
    }
}
