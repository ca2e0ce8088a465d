package org.gridward.mapdata.command;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridward.mapdata.files.FinishedFile;

/** Where located rows go: a file that appears when it is whole, or a pipe or device, which takes them as they come. */
final class LocateOutput implements Closeable {

    private final FinishedFile file;
    private final OutputStream pipe;

    private LocateOutput(FinishedFile file, OutputStream pipe) {
        this.file = file;
        this.pipe = pipe;
    }

    /** {@code -} is standard output. */
    static LocateOutput to(String name) throws IOException {
        if (name.equals("-")) {
            return new LocateOutput(null, System.out);
        }
        Path path = Path.of(name);
        return Files.exists(path) && !Files.isRegularFile(path)
                ? new LocateOutput(null, Files.newOutputStream(path))
                : new LocateOutput(new FinishedFile(path), null);
    }

    OutputStream out() {
        return file == null ? pipe : file.out();
    }

    void finish() throws IOException {
        if (file == null) {
            pipe.flush();
        } else {
            file.finish();
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        } else if (pipe != System.out) {
            pipe.close();
        }
    }
}
