package org.gridward.geometry;

/**
 * Finds the piece of border straight below a point, exactly. Immutable; each question has its own state.
 *
 * <p>The ray goes down a hair left of the point, so it meets no node and no upright piece.
 */
final class FaceBelow {

    static final int NONE = -1;

    private final NodedBorders borders;

    FaceBelow(NodedBorders borders) {
        this.borders = borders;
    }

    /** The first piece below a point, or {@link #NONE}; its upper side (its left) sees the point. */
    int pieceBelow(double px, double py) {
        Best best = new Best(px, py);
        borders.tree().search(best, best::offer);
        return best.piece;
    }

    private final class Best implements EdgeTree.BoxRank {
        private final double px;
        private final double py;
        private int piece = NONE;
        private double floor = Double.NEGATIVE_INFINITY;

        Best(double px, double py) {
            this.px = px;
            this.py = py;
        }

        @Override
        public double rank(double west, double south, double east, double north) {
            boolean useful = west <= px && px <= east && south <= py && north >= floor;
            return useful ? -north : Double.POSITIVE_INFINITY;
        }

        void offer(int candidate) {
            double y1 = borders.y()[borders.pieces().from()[candidate]];
            double y2 = borders.y()[borders.pieces().to()[candidate]];
            if (Math.min(y1, y2) > py + 1e-9 || Math.max(y1, y2) < floor || !borders.spans(candidate, px)) {
                return;
            }
            int side = borders.side(candidate, px, py);
            if (side > 0 && (piece == NONE || higher(candidate))) {
                piece = candidate;
                floor = Math.min(y1, y2) - 8 * Math.ulp(Math.max(Math.abs(y1), Math.abs(y2)));
            }
        }

        private boolean higher(int candidate) {
            int[] support = borders.pieces().support();
            return borders.lines().compareHeight(support[candidate], support[piece], px) > 0;
        }
    }
}
