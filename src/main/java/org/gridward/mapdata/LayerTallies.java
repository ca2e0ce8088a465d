package org.gridward.mapdata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridward.geodesy.LonLat;
import org.gridward.geometry.GridLocator;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.PointStanding;
import org.gridward.grid.Receipt;
import org.gridward.grid.Tally;
import org.gridward.mapdata.join.LayerJoin;

/**
 * Adds up, layer by layer, how the rows of an import stand, each by the edition of its own time; where a layer had none
 * then, the row stands outside it.
 */
final class LayerTallies {

    private static final class Sheet {
        private final Tally tally = new Tally();
        private final Set<String> editions = new TreeSet<>();
        private LayerJoin join;
        private Instant joinedAt;
    }

    private final GridMap grids;
    private final Instant knownAt;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();

    /**
     * @param knownAt as the register of editions knew it then: one for all rows
     * @throws org.gridward.platform.Problem 404 for a layer that does not exist
     */
    LayerTallies(GridMap grids, List<String> layers, Instant knownAt) {
        this.grids = grids;
        this.knownAt = knownAt;
        List<String> wanted = layers.isEmpty()
                ? grids.layers().stream().map(Layer::code).toList()
                : layers.stream().map(code -> grids.layer(code).code()).toList();
        wanted.forEach(layer -> sheets.put(layer, new Sheet()));
    }

    void add(LonLat position, Instant at) {
        sheets.forEach((layer, sheet) -> add(layer, sheet, position, at));
    }

    void addInvalid() {
        sheets.values().forEach(sheet -> sheet.tally.add(PointStanding.INVALID, null));
    }

    private void add(String layer, Sheet sheet, LonLat position, Instant at) {
        if (!at.equals(sheet.joinedAt)) {
            sheet.join = grids.find(layer, at, knownAt).isPresent() ? LayerJoin.of(grids, layer, at, knownAt) : null;
            sheet.joinedAt = at;
        }
        if (sheet.join == null) {
            sheet.tally.add(PointStanding.OUTSIDE, null);
            return;
        }
        sheet.editions.add(sheet.join.edition());
        int index = sheet.join.locate(position.lon(), position.lat());
        sheet.tally.add(
                sheet.join.standing(index, position.lon(), position.lat()),
                index == GridLocator.NONE ? null : sheet.join.code(index));
    }

    /** One receipt a layer that has grids; several editions are named with commas between them. */
    List<Receipt> receipts() {
        List<Receipt> receipts = new ArrayList<>();
        sheets.forEach((layer, sheet) ->
                receipts.add(sheet.tally.receipt(layer, String.join(",", sheet.editions), null, knownAt)));
        return receipts;
    }
}
