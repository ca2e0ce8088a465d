package org.gridward.grid.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.grid.NewGrid;
import org.springframework.stereotype.Component;

/** Says which grids would come, go or change their shape if an edition were adopted. */
@Component
class EditionChanges {

    private final GridMap map;

    EditionChanges(GridMap map) {
        this.map = map;
    }

    Map<String, Object> of(AdoptEdition wanted, Instant from) {
        Optional<LayerMap> before = map.find(wanted.layer(), from, null);
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (NewGrid grid : wanted.grids()) {
            seen.add(grid.code());
            if (before.isEmpty() || before.get().find(grid.code()).isEmpty()) {
                added.add(grid.code());
            } else if (!sameShape(before.get(), grid)) {
                changed.add(grid.code());
            }
        }
        List<String> removed = before.stream()
                .flatMap(old -> old.codes().stream())
                .filter(code -> !seen.contains(code))
                .toList();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("edition", before.map(old -> old.edition().toString()).orElse(null));
        view.put("added", added);
        view.put("removed", removed);
        view.put("changed", changed);
        return view;
    }

    private static boolean sameShape(LayerMap before, NewGrid grid) {
        return before.shape(grid.code()).equalsNorm(grid.shape())
                || before.shape(grid.code()).getNumGeometries() == 1
                        && before.shape(grid.code()).getGeometryN(0).equalsNorm(grid.shape());
    }
}
