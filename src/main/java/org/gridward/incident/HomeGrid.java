package org.gridward.incident;

import java.util.List;
import java.util.Optional;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.grid.Match;
import org.springframework.stereotype.Component;

/** Picks the one grid code that stands for an incident in lists and news. */
@Component
class HomeGrid {

    private final GridMap map;
    private final Layers layers;

    HomeGrid(GridMap map, Layers layers) {
        this.map = map;
        this.layers = layers;
    }

    /**
     * The match whose layer lies deepest below others: a micro-grid before its town, any nested grid before a free one, the
     * first among equals. Without a match the lead's grid; null outside every grid.
     */
    String of(Responder lead, List<Match> matches) {
        Match home = null;
        int deepest = Integer.MIN_VALUE;
        for (Match match : matches) {
            int depth = depth(match.layer());
            if (depth > deepest) {
                home = match;
                deepest = depth;
            }
        }
        if (home != null) {
            return home.gridCode();
        }
        return lead == null ? null : lead.gridCode();
    }

    private int depth(String code) {
        Layer layer = layer(code);
        if (layer.kind() == LayerKind.FREE) {
            return -1;
        }
        int depth = 0;
        for (Optional<String> above = layer.parent(); above.isPresent(); depth++) {
            above = layer(above.get()).parent();
        }
        return depth;
    }

    /** From memory; from the store only for a layer that the present transaction has just made. */
    private Layer layer(String code) {
        return map.layers().stream()
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseGet(() -> layers.get(code));
    }
}
