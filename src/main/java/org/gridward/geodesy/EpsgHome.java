package org.gridward.geodesy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/**
 * Gives the EPSG register a folder of its own. Left alone, the library unpacks it (33 MB) into a place in the system's
 * temporary folder that every user of the machine shares; ours is readable by its owner only. {@code
 * -DEPSG-HSQL.directory=…} overrules it.
 */
final class EpsgHome {

    private static final String PROPERTY = "EPSG-HSQL.directory";

    private EpsgHome() {}

    static synchronized void prepare() {
        Properties properties = System.getProperties();
        if (properties.getProperty(PROPERTY) != null) {
            return;
        }
        Path home = Path.of(
                properties.getProperty("java.io.tmpdir"), "gridward-epsg-" + properties.getProperty("user.name"));
        try {
            if (!Files.isDirectory(home)) {
                Files.createDirectory(
                        home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            boolean ours = Files.getOwner(home).getName().equals(properties.getProperty("user.name"))
                    && Files.getPosixFilePermissions(home).equals(PosixFilePermissions.fromString("rwx------"));
            properties.setProperty(PROPERTY, (ours ? home : Files.createTempDirectory("gridward-epsg")).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("No private folder for the coordinate system register at " + home, e);
        }
    }
}
