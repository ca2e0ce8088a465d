package org.gridward.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project as the walls read them; paths are relative to its top folder, with forward slashes. */
final class SourceTree {

    private SourceTree() {}

    record SourceFile(String path, String text) {

        /** The folder after the given one: the room a file belongs to. */
        String folderBelow(String base) {
            return path.substring(base.length() + 1).split("/")[0];
        }
    }

    /** All files below a folder whose name ends so, in order of their paths; none if the folder is not there. */
    static List<SourceFile> files(String folder, String ending) {
        Path base = Path.of(folder);
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(base)) {
            return walk.filter(path -> path.toString().endsWith(ending) && Files.isRegularFile(path))
                    .filter(path -> !path.toString().contains("node_modules") && !path.startsWith("web/vendor"))
                    .sorted()
                    .map(SourceTree::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceFile read(Path path) {
        try {
            return new SourceFile(path.toString().replace('\\', '/'), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
