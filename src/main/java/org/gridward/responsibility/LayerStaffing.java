package org.gridward.responsibility;

import java.util.List;

/** By which templates the grids of a layer are staffed, and whether each team is to be paired with one of another layer. */
public record LayerStaffing(String layer, List<String> templates, boolean paired) {

    public LayerStaffing {
        templates = List.copyOf(templates);
    }
}
