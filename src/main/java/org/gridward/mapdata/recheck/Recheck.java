package org.gridward.mapdata.recheck;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridward.geometry.GridLocator;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.LayerMap;
import org.gridward.grid.PointStanding;
import org.gridward.grid.Receipt;
import org.gridward.grid.Tally;
import org.gridward.mapdata.join.LocatedRows;
import org.gridward.platform.Problem;

/**
 * Joins the points of a file once more, in the database, with the edition and the times that a receipt names. Where several
 * grids of a partition hold a point the lowest code owns it, or whom the border decisions in force give it.
 */
public final class Recheck implements LocatedRows.Taker {

    private final DatabaseJoin database;
    private final BorderOwners owners;
    private final Layer layer;
    private final LayerMap map;
    private final UUID edition;
    private final List<UUID> wider;
    private final Instant at;
    private final Instant knownAt;
    private final Tally tally = new Tally();
    private String first;
    private long differing;

    Recheck(
            DatabaseJoin database,
            BorderOwners owners,
            GridMap grids,
            String layer,
            UUID edition,
            Instant at,
            Instant knownAt) {
        this.database = database;
        this.owners = owners;
        this.layer = grids.layer(layer);
        this.edition = edition;
        this.at = at;
        this.knownAt = knownAt;
        this.map = grids.find(layer, at, knownAt)
                .filter(found -> found.edition().value().equals(edition))
                .orElseThrow(() -> Problem.conflict(
                        "other-edition",
                        "At " + at + ", as known at " + knownAt + ", the layer '" + layer
                                + "' was not answered by edition "
                                + edition + " but by "
                                + grids.find(layer, at, knownAt)
                                        .map(found -> found.edition().toString())
                                        .orElse("none") + "."));
        this.wider = new ArrayList<>();
        Optional<String> up = this.layer.kind() == LayerKind.FREE ? Optional.empty() : this.layer.parent();
        while (up.isPresent()) {
            grids.find(up.get(), at, knownAt)
                    .ifPresent(found -> wider.add(found.edition().value()));
            up = grids.layer(up.get()).parent();
        }
    }

    @Override
    public void accept(double[] lonLat, List<String> said) throws IOException {
        DatabaseJoin.Held held = database.join(lonLat, edition, wider);
        int[] kernel = new int[lonLat.length / 2];
        map.locator().locate(lonLat, kernel);
        for (int i = 0; i < kernel.length; i++) {
            String ours = kernel[i] == GridLocator.NONE ? "" : map.locator().code(kernel[i]);
            List<String> holders = held.codes().get(i);
            String given = said == null ? ours : said.get(i);
            String code = owner(holders, given, lonLat[2 * i], lonLat[2 * i + 1]);
            if (!code.equals(given)) {
                differ(given, code, lonLat[2 * i], lonLat[2 * i + 1], said != null);
            }
            tally.add(standing(lonLat[2 * i], holders, held.inWider()[i]), code);
        }
    }

    private String owner(List<String> holders, String said, double lon, double lat) {
        boolean decided = holders.size() > 1
                && layer.kind() == LayerKind.PARTITION
                && !map.revision().equals(map.edition().toString());
        if (!decided) {
            return holders.isEmpty() ? "" : holders.get(0);
        }
        Set<String> allowed = owners.of(layer.code(), edition.toString(), lon, lat, at, knownAt);
        return allowed.contains(said) ? said : allowed.iterator().next();
    }

    private PointStanding standing(double lon, List<String> holders, boolean inWider) {
        if (Double.isNaN(lon)) {
            return PointStanding.INVALID;
        }
        if (holders.isEmpty()) {
            return inWider ? PointStanding.GAP : PointStanding.OUTSIDE;
        }
        return layer.kind() == LayerKind.FREE && holders.size() > 1 ? PointStanding.JOINT : PointStanding.OWNED;
    }

    private void differ(String given, String code, double lon, double lat, boolean located) {
        differing++;
        if (first == null) {
            first = "row " + (tally.in() + 1) + " (" + lon + ", " + lat + "): "
                    + (located ? "the file says " : "the locator says ") + name(given) + ", PostGIS says " + name(code);
        }
    }

    private static String name(String code) {
        return Objects.requireNonNull(code).isEmpty() ? "no grid" : code;
    }

    /** The first row that differs, if one does; call after all rows were taken. */
    public Optional<String> firstDifference() {
        return Optional.ofNullable(first)
                .map(text -> differing == 1 ? text : text + " (first of " + differing + " such rows)");
    }

    /** The receipt as the database's answers make it. */
    public Receipt receipt() {
        return tally.receipt(layer.code(), edition.toString(), at, knownAt);
    }
}
