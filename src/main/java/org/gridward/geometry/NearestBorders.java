package org.gridward.geometry;

/** Keeps, while borders are visited in any order, the nearest of the owner and the nearest of all others. */
final class NearestBorders implements BorderFacets.Visitor {

    private final int owner;
    private double ownMeters = Double.POSITIVE_INFINITY;
    private int other;
    private double otherMeters;

    /** {@code second} is another grid that holds the point too, so at distance 0; or NONE. */
    NearestBorders(int owner, int second) {
        this.owner = owner;
        this.other = second;
        this.otherMeters = second == GridLocator.NONE ? Double.POSITIVE_INFINITY : 0;
    }

    @Override
    public void border(int index, double meters) {
        if (index == owner) {
            ownMeters = Math.min(ownMeters, meters);
        } else if (meters < otherMeters || (meters == otherMeters && index < other)) {
            otherMeters = meters;
            other = index;
        }
    }

    /** A hair beyond what is known, so that equals at the same distance are all seen. */
    @Override
    public boolean isDone(double meters) {
        double known = owner == GridLocator.NONE ? otherMeters : Math.max(ownMeters, otherMeters);
        return meters > known * (1 + 1e-9);
    }

    BorderDistance.Nearest result() {
        double toBorder = owner == GridLocator.NONE ? otherMeters : ownMeters;
        return new BorderDistance.Nearest(owner, toBorder, other, otherMeters);
    }
}
