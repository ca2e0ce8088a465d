package org.gridward.geodesy;

import javax.measure.quantity.Angle;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import si.uom.SI;

/** Says whether a geographic system read from a .prj is WGS 84 or CGCS2000 in degrees from Greenwich. */
final class EqualToWgs84 {

    private EqualToWgs84() {}

    static boolean test(CoordinateReferenceSystem system) {
        if (!(system instanceof GeographicCRS geographic)) {
            return false;
        }
        Ellipsoid ellipsoid = geographic.getDatum().getEllipsoid();
        String datum = geographic.getDatum().getName().getCode();
        boolean known = datum.matches("(?i).*(WGS.?(19)?84|CHINA.*2000|CGCS.?2000|CRS84).*");
        double radians = geographic
                .getCoordinateSystem()
                .getAxis(0)
                .getUnit()
                .asType(Angle.class)
                .getConverterTo(SI.RADIAN)
                .convert(1.0);
        return known
                && Math.abs(ellipsoid.getSemiMajorAxis() - 6378137.0) < 0.01
                && Math.abs(ellipsoid.getInverseFlattening() - 298.257223) < 0.001
                && geographic.getDatum().getPrimeMeridian().getGreenwichLongitude() == 0.0
                && Math.abs(Math.toDegrees(radians) - 1.0) < 1e-9;
    }
}
