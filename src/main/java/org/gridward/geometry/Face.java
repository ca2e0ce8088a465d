package org.gridward.geometry;

import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * A connected piece of ground that no border crosses. Its owners are the same everywhere in it.
 *
 * @see Arrangement
 */
public final class Face {

    private final int id;
    private final double areaSquareMeters;
    private final double borderMeters;
    private final List<Owner> owners;
    private final FaceShapes shapes;

    Face(int id, double areaSquareMeters, double borderMeters, List<Owner> owners, FaceShapes shapes) {
        this.id = id;
        this.areaSquareMeters = areaSquareMeters;
        this.borderMeters = borderMeters;
        this.owners = owners;
        this.shapes = shapes;
    }

    /** Its number in this arrangement, from 0; it follows from the ground, not from the order of the input. */
    public int id() {
        return id;
    }

    /** Area on the ellipsoid; the areas of all faces add up to that of the ground they cover. */
    public double areaSquareMeters() {
        return areaSquareMeters;
    }

    /** Length of all its borders, of holes too. */
    public double borderMeters() {
        return borderMeters;
    }

    /** Who owns it, by layer, then code: nobody, one, or many. */
    public List<Owner> owners() {
        return owners;
    }

    /** The codes of its owners in one layer, ascending. */
    public List<String> codes(String layer) {
        return owners.stream()
                .filter(owner -> owner.layer().equals(layer))
                .map(Owner::code)
                .toList();
    }

    /** True if two grids of one layer own it. */
    public boolean isOverlap() {
        for (int i = 1; i < owners.size(); i++) {
            if (owners.get(i).layer().equals(owners.get(i - 1).layer())) {
                return true;
            }
        }
        return false;
    }

    /** Its shape in longitude and latitude, valid, with its holes; drawn anew at each call. */
    public Polygon polygon() {
        return shapes.polygon(id + 1);
    }
}
