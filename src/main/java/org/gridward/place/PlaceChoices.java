package org.gridward.place;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridward.platform.Fault;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Coordinate;

/** Refusals of an address that offer the places that may be meant: ask, never guess. Pure. */
final class PlaceChoices {

    private static final int NAMED = 5;

    private PlaceChoices() {}

    /** Several places fit equally well. */
    static Problem ambiguous(String asked, List<PlaceSpot> spots) {
        return offer(
                Problem.unprocessable(
                                "ambiguous-place",
                                "'" + brief(asked) + "' fits several places (" + names(spots)
                                        + "); name the estate or the street, or send the placeCode of the one that is meant.")
                        .saying("asked", brief(asked)),
                spots);
    }

    /** No place fits; the nearest in number or name are offered. */
    static Problem missing(String form, String asked, List<PlaceSpot> near, String remedy) {
        String said = near.isEmpty() ? "" : " Did you mean " + names(near) + "? Then send its placeCode.";
        return offer(
                Problem.unprocessable(
                                "location-not-found",
                                "No place is known for " + form + " '" + brief(asked) + "'; " + remedy + "." + said)
                        .saying("asked", brief(asked))
                        .with("/location/" + form, Fault.UNKNOWN, "not found"),
                near);
    }

    /** The ends of a range do not lie on one stretch of street. */
    static Problem split(String asked, String why, List<PlaceSpot> ends) {
        return offer(
                Problem.unprocessable(
                                "range-not-on-one-segment",
                                "'" + brief(asked) + "' does not lie on one street segment: " + why
                                        + ". Report each stretch by itself, or send the placeCode of one end.")
                        .saying("asked", brief(asked))
                        .with("/location/address", Fault.UNLIKE, "not on one street segment"),
                ends);
    }

    private static Problem offer(Problem problem, List<PlaceSpot> spots) {
        for (PlaceSpot spot : spots) {
            problem.with(
                    "/location/placeCode",
                    Fault.SEVERAL,
                    label(spot),
                    GeoJson.FACTORY.createPoint(new Coordinate(spot.lon(), spot.lat())),
                    Map.of("placeCode", spot.code(), "nameZh", spot.nameZh(), "nameEn", spot.nameEn()));
        }
        return problem;
    }

    private static String label(PlaceSpot spot) {
        return spot.nameZh().isBlank() ? spot.code() : spot.nameZh() + " (" + spot.code() + ")";
    }

    private static String names(List<PlaceSpot> spots) {
        return spots.stream().limit(NAMED).map(spot -> "'" + spot.code() + "'").collect(Collectors.joining(", "))
                + (spots.size() > NAMED ? ", …" : "");
    }

    private static String brief(String text) {
        return text.length() > Address.LONGEST ? text.substring(0, Address.LONGEST) + "…" : text;
    }
}
