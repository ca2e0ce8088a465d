package org.gridward.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.geometry.BorderDistance;
import org.gridward.geometry.GridLocator;
import org.gridward.geometry.GridShape;
import org.gridward.geometry.OwnedShares;
import org.locationtech.jts.geom.Geometry;

/**
 * One edition of one layer, held in memory: answers which of its grids hold a point, exactly, without the database.
 * Immutable. Border points belong to the grid with the lower code, unless a border
 * decision says otherwise.
 */
public final class LayerMap {

    /** A smaller error disc is a point: shares of discs are computed from a millimetre up. */
    private static final double LEAST_DISC_METERS = 0.001;

    private final Layer layer;
    private final EditionId edition;
    private final GridLocator locator;
    private final BorderDistance borders;
    private final Map<String, GridInfo> grids;
    private final Map<String, Geometry> shapes;
    private final MapWeight weight;
    private final List<BorderDecision> decisions;
    private final RecordedBorders recorded;

    private LayerMap(
            Layer layer,
            EditionId edition,
            GridLocator locator,
            BorderDistance borders,
            Map<String, GridInfo> grids,
            Map<String, Geometry> shapes,
            MapWeight weight,
            List<BorderDecision> decisions,
            RecordedBorders recorded) {
        this.layer = layer;
        this.edition = edition;
        this.locator = locator;
        this.borders = borders;
        this.grids = grids;
        this.shapes = shapes;
        this.weight = weight;
        this.decisions = decisions;
        this.recorded = recorded;
    }

    /** The map of a layer that has no edition in force: nobody holds any point. Its edition is {@link EditionId#NONE}. */
    static LayerMap empty(Layer layer) {
        return of(layer, EditionId.NONE, new GridShapes.Loaded(List.of(), Map.of(), 0));
    }

    /** Builds the locator and the index of borders of an edition. */
    static LayerMap of(Layer layer, EditionId edition, GridShapes.Loaded loaded) {
        Map<String, Geometry> shapes = new HashMap<>();
        loaded.shapes().forEach(shape -> shapes.put(shape.code(), shape.polygon()));
        GridLocator locator = GridLocator.build(loaded.shapes());
        BorderDistance borders = BorderDistance.build(loaded.shapes(), locator);
        MapWeight weight = new MapWeight(shapes.size(), loaded.vertices());
        return new LayerMap(layer, edition, locator, borders, loaded.grids(), shapes, weight, List.of(), null);
    }

    /** The map of a drawing that changes little of an edition: what did not change is shared with it. */
    static LayerMap redrawn(EditionId edition, Redrawing change, GridShapes.Loaded drawn) {
        LayerMap before = change.before();
        Map<String, Geometry> shapes = new HashMap<>();
        List<GridShape> all = new ArrayList<>(drawn.shapes().size());
        for (GridShape shape : drawn.shapes()) {
            boolean same = change.unchanged().contains(shape.code());
            Geometry polygon = same ? before.shape(shape.code()) : shape.polygon();
            shapes.put(shape.code(), polygon);
            all.add(new GridShape(shape.code(), polygon));
        }
        GridLocator locator = before.locator.with(change.redrawnShapes(), change.removed());
        MapWeight weight = new MapWeight(shapes.size(), drawn.vertices());
        return new LayerMap(
                before.layer,
                edition,
                locator,
                before.borders.with(all, locator),
                drawn.grids(),
                shapes,
                weight,
                List.of(),
                null);
    }

    /** The same edition under border decisions, the youngest first. */
    LayerMap under(List<BorderDecision> inForce) {
        List<String> codes = shapes.keySet().stream().sorted().toList();
        RecordedBorders owners = new RecordedBorders(
                inForce, code -> Math.max(-1, Collections.binarySearch(codes, code)), i -> shapes.get(codes.get(i)));
        GridLocator decided = locator.withOwner(owners::owner);
        return new LayerMap(layer, edition, decided, borders, grids, shapes, new MapWeight(0, 0), inForce, owners);
    }

    public Layer layer() {
        return layer;
    }

    public EditionId edition() {
        return edition;
    }

    /** For joins in bulk: indices of this locator stand for codes of this edition. */
    public GridLocator locator() {
        return locator;
    }

    /** Names what answers: the edition, and the border decisions if there are any. */
    public String revision() {
        return decisions.isEmpty()
                ? edition.toString()
                : edition + "+"
                        + decisions.stream()
                                .map(decision -> decision.id().toString())
                                .collect(Collectors.joining(","));
    }

    /** Vertices of all grids. */
    long vertices() {
        return weight.vertices();
    }

    /** Memory it takes, about; a map under decisions shares that of the edition. */
    long bytes() {
        return weight.bytes();
    }

    /** The codes of the edition's grids. */
    public Set<String> codes() {
        return grids.keySet();
    }

    /** The shape of a grid, lon/lat; null when the edition has no such grid. Not to be changed. */
    public Geometry shape(String code) {
        return shapes.get(code);
    }

    /** Whether the other edition draws the grid of that code in the very same way. */
    boolean isSameShape(LayerMap other, String code) {
        return sameShape(shape(code), other.shape(code));
    }

    /** Whether two shapes are one, whatever the order of their rings and vertices; null is none. */
    static boolean sameShape(Geometry one, Geometry two) {
        if (one == null || two == null) {
            return false;
        }
        if (one == two || only(one).equalsExact(only(two))) {
            return true;
        }
        return one.getNumPoints() == two.getNumPoints()
                && one.getEnvelopeInternal().equals(two.getEnvelopeInternal())
                && GridShapes.multi(one)
                        .norm()
                        .equalsExact(GridShapes.multi(two).norm());
    }

    /** The one part of a shape that has but one. */
    private static Geometry only(Geometry shape) {
        return shape.getNumGeometries() == 1 ? shape.getGeometryN(0) : shape;
    }

    public Optional<GridInfo> find(String code) {
        return Optional.ofNullable(grids.get(code));
    }

    /** The code of the one grid that owns the point, by the border rule; empty where no grid holds it. */
    public Optional<String> owner(double lon, double lat) {
        int index = locator.locate(lon, lat);
        return index == GridLocator.NONE ? Optional.empty() : Optional.of(locator.code(index));
    }

    /** Every grid that holds the point with its distances in metres: one in a PARTITION, any number in a FREE layer. */
    public List<Match> matches(double lon, double lat) {
        int[] holders = layer.kind() == LayerKind.PARTITION ? one(lon, lat) : locator.locateAll(lon, lat);
        List<Match> matches = new ArrayList<>(holders.length);
        for (int holder : holders) {
            matches.add(match(holder, lon, lat, 1.0));
        }
        return matches;
    }

    /** The grids that the error disc touches, with their shares, the largest first; the point's own grid included. In a PARTITION
     * the shares are of the areas that the grids own: with the gap they add up to 1. */
    public List<Match> matches(double lon, double lat, double accuracyMeters) {
        if (accuracyMeters < LEAST_DISC_METERS) {
            return matches(lon, lat);
        }
        List<Match> matches = new ArrayList<>();
        List<BorderDistance.Share> shares = borders.shares(lon, lat, accuracyMeters);
        if (layer.kind() == LayerKind.PARTITION) {
            shares = OwnedShares.of(shares, index -> shapes.get(locator.code(index)), lon, lat, accuracyMeters);
        }
        for (BorderDistance.Share share : shares) {
            matches.add(match(share.index(), lon, lat, share.share()));
        }
        return matches;
    }

    private int[] one(double lon, double lat) {
        int owner = locator.locate(lon, lat);
        return owner == GridLocator.NONE ? new int[0] : new int[] {owner};
    }

    private Match match(int holder, double lon, double lat, double share) {
        BorderDistance.Nearest nearest = borders.nearest(holder, lon, lat);
        GridInfo info = grids.get(locator.code(holder));
        Match.RunnerUp runnerUp = nearest.runnerUp() < 0
                ? null
                : new Match.RunnerUp(locator.code(nearest.runnerUp()), nearest.runnerUpMeters());
        return new Match(
                layer.code(),
                info.code(),
                info.nameZh(),
                edition.toString(),
                share,
                nearest.distanceToBorderMeters(),
                runnerUp,
                decision(holder, lon, lat));
    }

    private String decision(int holder, double lon, double lat) {
        if (recorded == null) {
            return null;
        }
        int[] holders = locator.locateAll(lon, lat);
        if (holders.length < 2) {
            return null;
        }
        RecordedBorders.Ruling ruling = recorded.ruling(holders, lon, lat);
        return ruling.owner() == holder
                ? ruling.decision().map(Object::toString).orElse(null)
                : null;
    }
}
