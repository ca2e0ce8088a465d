package org.gridward.geometry;

/**
 * Finds the border of one grid and the border of any other that are nearest to a point.
 *
 * <p>First the nearest of all borders is looked for. In a partition both lie there; else the reach grows fourfold until
 * both are found.
 */
final class NearestBorders implements BorderSet.Visitor {

    /** A hair beyond what is known, so that equals at the same distance are all seen. */
    private static final double HAIR = 1 + 1e-8;

    /** Square of a length that no two places on the globe are apart. */
    private static final double ENDLESS = 1e16;

    private static final double LEAST_REACH = 1e-6;

    private final int owner;
    private final boolean heldTwice;
    private double ownSquared = Double.POSITIVE_INFINITY;
    private double otherSquared = Double.POSITIVE_INFINITY;
    private int other;
    private double otherMeters;

    /** Square of the present reach; negative while only the nearest matters. */
    private double limit = -1;

    private boolean ownKnown;

    /** {@code second} is another grid that holds the point too, so at distance 0; or NONE. */
    NearestBorders(int owner, int second) {
        this.owner = owner;
        this.other = second;
        this.heldTwice = second != GridLocator.NONE;
        if (heldTwice) {
            this.otherSquared = 0;
        }
        this.otherMeters = otherSquared;
    }

    BorderDistance.Nearest in(BorderSet borders, double lon, double lat) {
        GroundFrame frame = GroundFrame.at(lat);
        borders.visit(lon, lat, frame, this);
        boolean both =
                owner != GridLocator.NONE && !heldTwice && borders.shapes().size() > 1;
        double reach = Math.max(nearer() * HAIR, LEAST_REACH);
        while (both && farther() > reach && reach < ENDLESS) {
            ownKnown = ownSquared <= reach;
            reach *= 16;
            limit = reach;
            borders.visit(lon, lat, frame, this);
        }
        double toBorder = owner == GridLocator.NONE ? otherMeters : Math.sqrt(ownSquared);
        return new BorderDistance.Nearest(owner, toBorder, other, otherMeters);
    }

    private double nearer() {
        return heldTwice ? ownSquared : Math.min(ownSquared, otherSquared);
    }

    private double farther() {
        return Math.max(ownSquared, otherSquared);
    }

    @Override
    public double reachSquared() {
        return limit < 0 ? nearer() * HAIR : Math.min(limit, farther() * HAIR);
    }

    @Override
    public boolean wants(int index) {
        return !(ownKnown && index == owner);
    }

    @Override
    public void border(int index, double squared) {
        if (index == owner) {
            ownSquared = Math.min(ownSquared, squared);
        } else if (squared <= otherSquared * HAIR) {
            double meters = Math.sqrt(squared);
            if (meters < otherMeters || (meters == otherMeters && index < other)) {
                otherSquared = squared;
                otherMeters = meters;
                other = index;
            }
        }
    }
}
