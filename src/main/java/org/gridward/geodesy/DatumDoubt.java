package org.gridward.geodesy;

/**
 * What may be wrong with a source's positions, told by where they would lie if it were so. Positions are WGS 84 as
 * converted by the tag that the source gave.
 */
public enum DatumDoubt {
    /** Tagged WGS 84 or CGCS2000; the numbers are GCJ-02. */
    UNCONVERTED_GCJ02("GCJ-02 tagged WGS-84") {
        @Override
        public LonLat really(double lon, double lat) {
            return Datum.GCJ02.toWgs84(lon, lat);
        }
    },
    /** Tagged WGS 84 or CGCS2000; the numbers are BD-09. */
    UNCONVERTED_BD09("BD-09 tagged WGS-84") {
        @Override
        public LonLat really(double lon, double lat) {
            return Datum.BD09.toWgs84(lon, lat);
        }
    },
    /** Tagged GCJ-02 though WGS 84, or converted twice, or the reference itself is GCJ-02. */
    CONVERTED_TWICE_GCJ02("WGS-84 tagged GCJ-02, or converted twice, or a reference in GCJ-02") {
        @Override
        public LonLat really(double lon, double lat) {
            return Datum.GCJ02.fromWgs84(lon, lat);
        }
    },
    /** Tagged BD-09 though WGS 84, or converted twice, or the reference itself is BD-09. */
    CONVERTED_TWICE_BD09("WGS-84 tagged BD-09, or converted twice, or a reference in BD-09") {
        @Override
        public LonLat really(double lon, double lat) {
            return Datum.BD09.fromWgs84(lon, lat);
        }
    },
    /** Tagged GCJ-02; the numbers are BD-09. */
    BD09_TAKEN_FOR_GCJ02("BD-09 tagged GCJ-02, or a reference in GCJ-02 tagged BD-09") {
        @Override
        public LonLat really(double lon, double lat) {
            LonLat raw = Datum.GCJ02.fromWgs84(lon, lat);
            return Datum.BD09.toWgs84(raw.lon(), raw.lat());
        }
    },
    /** Tagged BD-09; the numbers are GCJ-02. */
    GCJ02_TAKEN_FOR_BD09("GCJ-02 tagged BD-09, or a reference in BD-09 tagged GCJ-02") {
        @Override
        public LonLat really(double lon, double lat) {
            LonLat raw = Datum.BD09.fromWgs84(lon, lat);
            return Datum.GCJ02.toWgs84(raw.lon(), raw.lat());
        }
    };

    private final String text;

    DatumDoubt(String text) {
        this.text = text;
    }

    /** In words for a notice: {@code GCJ-02 tagged WGS-84}. */
    public String text() {
        return text;
    }

    /** Where a position lies if the doubt is right, WGS 84 degrees. */
    public abstract LonLat really(double lon, double lat);
}
