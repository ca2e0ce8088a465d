package org.gridward.incident;

import java.util.List;
import org.gridward.grid.Match;

/** Picks the one grid code that stands for an incident in lists and news. Pure. */
final class HomeGrid {

    private HomeGrid() {}

    /** The finest match of the widest-first matches whose layer nests, else the first of any; null outside every grid. */
    static String of(Responder lead, List<Match> matches) {
        String finest = null;
        for (Match match : matches) {
            if (match.layer().equals("micro-grid") || finest == null || !isSide(match.layer())) {
                finest = match.gridCode();
            }
        }
        return finest == null && lead != null ? lead.gridCode() : finest;
    }

    private static boolean isSide(String layer) {
        return layer.equals("street-block")
                || layer.equals("joint-area")
                || layer.equals("sea-grid")
                || layer.equals("land-grid");
    }
}
