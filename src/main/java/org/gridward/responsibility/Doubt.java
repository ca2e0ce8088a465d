package org.gridward.responsibility;

import java.util.List;

/**
 * How sure it is which grid of a layer a spot with an accuracy lies in.
 *
 * @param threshold the share that answers without more ado
 * @param bestShare the largest share, of a grid or of the gap
 * @param gapShare the share of the error disc in no grid of the layer; with the shares of the grids it adds up to 1
 * @param chosen the grid that the reporter named, {@code NONE} for none of them, null when nobody was asked
 */
public record Doubt(
        String layer,
        double threshold,
        double bestShare,
        double gapShare,
        List<Share> shares,
        Outcome outcome,
        String chosen,
        Double chosenShare) {

    public record Share(String gridCode, double share) {}

    /** Sure enough; a question is open; everybody who may be meant was sent; the reporter said which. */
    public enum Outcome {
        SURE,
        ASK,
        JOINT,
        CHOSEN
    }

    public Doubt {
        shares = List.copyOf(shares);
    }
}
