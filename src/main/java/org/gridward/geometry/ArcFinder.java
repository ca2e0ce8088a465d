package org.gridward.geometry;

import java.util.function.IntConsumer;

/** Finds the piece of border nearest to a point, and those that hold it. Immutable. */
final class ArcFinder {

    private final Subdivision ground;
    private final ArcChains chains;
    private final EdgeTree tree;

    ArcFinder(Subdivision ground, ArcChains chains) {
        this.ground = ground;
        this.chains = chains;
        this.tree = ground.borders().tree();
    }

    /** Shows every piece on which the point lies exactly, ends included. */
    void holding(double lon, double lat, IntConsumer pieces) {
        tree.search(
                (west, south, east, north) ->
                        west <= lon && lon <= east && south <= lat && lat <= north ? 0 : Double.POSITIVE_INFINITY,
                piece -> {
                    if (ground.borders().holds(piece, lon, lat)) {
                        pieces.accept(piece);
                    }
                });
    }

    /** The number of the nearest arc and its distance; arc -1 if there is none. */
    Nearest nearest(double lon, double lat) {
        Nearest search = new Nearest(lon, lat);
        tree.search(search, search::offer);
        return search;
    }

    /** A search on its way; distances are straight lines in the map at the point, as in {@link BorderDistance}. */
    final class Nearest implements EdgeTree.BoxRank {
        private final double lon;
        private final double lat;
        private final GroundFrame frame;
        private double squared = Double.POSITIVE_INFINITY;
        private int arc = -1;

        Nearest(double lon, double lat) {
            this.lon = lon;
            this.lat = lat;
            this.frame = GroundFrame.at(lat);
        }

        @Override
        public double rank(double west, double south, double east, double north) {
            double x = Math.max(0, Math.max(west - lon, lon - east)) * frame.metersPerLonDegree();
            double y = Math.max(0, Math.max(south - lat, lat - north)) * frame.metersPerLatDegree();
            double box = x * x + y * y;
            return box <= squared * (1 + 1e-9) ? box : Double.POSITIVE_INFINITY;
        }

        void offer(int piece) {
            double found = squared(2 * piece);
            int ofArc = chains.arcOfPiece(piece);
            if (found < squared || found == squared && ofArc < arc) {
                squared = found;
                arc = ofArc;
            }
        }

        private double squared(int half) {
            double x1 = (ground.x(half) - lon) * frame.metersPerLonDegree();
            double y1 = (ground.y(half) - lat) * frame.metersPerLatDegree();
            double x2 = (ground.x(half ^ 1) - lon) * frame.metersPerLonDegree();
            double y2 = (ground.y(half ^ 1) - lat) * frame.metersPerLatDegree();
            double dx = x2 - x1;
            double dy = y2 - y1;
            double along = Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / (dx * dx + dy * dy)));
            double x = along == 1 ? x2 : x1 + along * dx;
            double y = along == 1 ? y2 : y1 + along * dy;
            return x * x + y * y;
        }

        int arc() {
            return arc;
        }

        double meters() {
            return Math.sqrt(squared);
        }
    }
}
