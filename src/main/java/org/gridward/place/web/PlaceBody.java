package org.gridward.place.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.LonLat;
import org.gridward.geodesy.RawPosition;
import org.gridward.place.NewPlace;
import org.gridward.platform.Fault;
import org.gridward.platform.LonLatCheck;
import org.gridward.platform.Problem;

/** The body of POST and PUT: a place with its coordinates in any datum. */
record PlaceBody(
        String code,
        String kind,
        String nameZh,
        String nameEn,
        Double lon,
        Double lat,
        String datum,
        Map<String, Object> attributes) {

    /** The kind of the query counts where the body names none. */
    PlaceBody orKind(String ofQuery) {
        return kind != null || ofQuery == null
                ? this
                : new PlaceBody(code, ofQuery, nameZh, nameEn, lon, lat, datum, attributes);
    }

    /** The place in WGS 84; a code in the path wins over a missing one in the body. */
    NewPlace toPlace(String pathCode, String source) {
        if (pathCode != null && code != null && !pathCode.equals(code)) {
            throw Problem.unprocessable(
                            "code-mismatch",
                            "The body names the place '" + code + "', the path '" + pathCode
                                    + "'; a code cannot change.")
                    .with("/code", Fault.UNLIKE, "differs from the path");
        }
        if (lon == null || lat == null) {
            throw Problem.unprocessable("missing-coordinates", "A place needs lon and lat, in degrees.")
                    .with(lon == null ? "/lon" : "/lat", Fault.MISSING, "missing");
        }
        LonLatCheck.require(lon, lat, "/lon");
        Datum named = datumOf();
        LonLat spot = named.toWgs84(lon, lat);
        return new NewPlace(
                pathCode == null ? code : pathCode,
                kind,
                nameZh,
                nameEn,
                spot.lon(),
                spot.lat(),
                attributes,
                RawPosition.of(lon, lat, named, source));
    }

    private Datum datumOf() {
        try {
            return datum == null ? Datum.WGS84 : Datum.valueOf(datum.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.unprocessable(
                            "unknown-datum",
                            "The datum '" + datum + "' is not known; use one of " + Arrays.toString(Datum.values())
                                    + ".")
                    .with("/datum", Fault.UNKNOWN, "not known");
        }
    }
}
