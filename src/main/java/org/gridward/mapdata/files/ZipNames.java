package org.gridward.mapdata.files;

import java.util.Locale;
import java.util.Set;
import org.gridward.platform.Problem;

/** Names inside a zip: which are refused, which are skipped, and how they fall into stem and extension. */
final class ZipNames {

    private static final Set<String> ARCHIVES =
            Set.of("zip", "kmz", "gz", "tgz", "bz2", "xz", "7z", "rar", "tar", "jar", "xlsx");

    private ZipNames() {}

    static void check(String zip, String name) {
        boolean climbs = ("/" + name.replace('\\', '/') + "/").contains("/../");
        boolean absolute = name.startsWith("/") || name.startsWith("\\") || name.matches("^[A-Za-z]:.*");
        if (climbs || absolute || name.indexOf('\0') >= 0) {
            throw Problem.unprocessable(
                    "zip-name",
                    "The zip " + zip + " holds the name \"" + name.replace('\0', '?')
                            + "\", which leads out of it. Zip the files of one Shapefile, without folders.");
        }
        if (ARCHIVES.contains(extension(name))) {
            throw Problem.unprocessable(
                    "nested-archive",
                    "The zip " + zip + " holds another archive, \"" + name
                            + "\". Unpack it and zip the files of one Shapefile.");
        }
    }

    static boolean isHousekeeping(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || file.startsWith(".");
    }

    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
