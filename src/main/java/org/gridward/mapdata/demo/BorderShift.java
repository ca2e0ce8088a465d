package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * The one border that moved: until half a year before the end of the story a block belonged to the neighbouring
 * micro-grid of the same grid. Asking with an earlier time gives the other owner.
 */
final class BorderShift {
    static final int DAYS_BEFORE = 180;

    /** The block and its owners then and now (positions in the list of micro-grids). */
    record Moved(int face, int before, int after) {}

    private final Townscape city;
    private final Divisions divisions;

    BorderShift(Townscape city, Divisions divisions) {
        this.city = city;
        this.divisions = divisions;
    }

    /** The first block, in the order of the codes, that can change hands and leave both micro-grids whole. */
    Moved find() {
        List<Divisions.Division> micro = divisions.microGrids;
        for (int now = 0; now < micro.size(); now++) {
            for (int f : micro.get(now).faces()) {
                for (int then = 0; then < micro.size() && micro.get(now).faces().size() > 3; then++) {
                    if (then != now && fits(f, now, then)) {
                        return new Moved(f, then, now);
                    }
                }
            }
        }
        throw new IllegalStateException("no border of the city can move");
    }

    private boolean fits(int face, int now, int then) {
        Divisions.Division a = divisions.microGrids.get(now);
        Divisions.Division b = divisions.microGrids.get(then);
        boolean touching = city.fabric.faces.get(face).sides().keySet().stream().anyMatch(b.faces()::contains);
        return a.parent().equals(b.parent())
                && !a.code().startsWith(divisions.showcase)
                && touching
                && !city.water[face]
                && shape(a, Optional.empty(), Optional.of(face)).getNumGeometries() == 1
                && shape(b, Optional.of(face), Optional.empty()).getNumGeometries() == 1;
    }

    private MultiPolygon shape(Divisions.Division d, Optional<Integer> with, Optional<Integer> without) {
        List<Integer> faces = new ArrayList<>(d.faces());
        with.ifPresent(faces::add);
        without.ifPresent(faces::remove);
        return city.fabric.union(faces);
    }

    /** The micro-grids as they were before. */
    List<GridDrawing> before(List<GridDrawing> now) {
        Moved m = find();
        List<GridDrawing> out = new ArrayList<>(now);
        out.set(
                m.before(),
                with(
                        now.get(m.before()),
                        shape(divisions.microGrids.get(m.before()), Optional.of(m.face()), Optional.empty())));
        out.set(
                m.after(),
                with(
                        now.get(m.after()),
                        shape(divisions.microGrids.get(m.after()), Optional.empty(), Optional.of(m.face()))));
        return out;
    }

    private static GridDrawing with(GridDrawing g, MultiPolygon shape) {
        return new GridDrawing(g.code(), g.nameZh(), g.nameEn(), g.parent(), g.households(), shape, g.attributes());
    }
}
