package org.gridward.mapdata.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes beside the target and takes its place only when everything is written: nobody ever sees half a file. */
public final class FinishedFile implements Closeable {

    private final Path target;
    private final Path draft;
    private final OutputStream out;
    private boolean finished;

    public FinishedFile(Path target) throws IOException {
        this.target = target;
        this.draft = target.resolveSibling(target.getFileName() + ".part");
        draft.toFile().deleteOnExit();
        this.out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16);
    }

    public OutputStream out() {
        return out;
    }

    /** Everything is written: puts the file in its place. */
    public void finish() throws IOException {
        out.close();
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
    }

    /** Without {@link #finish} before it: leaves the target as it was. */
    @Override
    public void close() throws IOException {
        out.close();
        if (!finished) {
            Files.deleteIfExists(draft);
        }
    }
}
