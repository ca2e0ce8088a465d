package org.gridward.mapdata.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.gridward.platform.Problem;

/** Writes beside the target and takes its place only when everything is written: nobody ever sees half a file. */
public final class FinishedFile implements Closeable {

    private final Path target;
    private final Path draft;
    private final OutputStream out;
    private boolean finished;

    /** @throws Problem 422 where no such file can be written, naming it and what is in the way */
    public FinishedFile(Path target) throws IOException {
        requireFileIn(target);
        this.target = target;
        this.draft = target.resolveSibling(target.getFileName() + ".part");
        draft.toFile().deleteOnExit();
        this.out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16);
    }

    private static void requireFileIn(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        String reason = null;
        if (Files.isDirectory(target)) {
            reason = "it is a folder";
        } else if (Files.exists(target) && !Files.isRegularFile(target)) {
            // Taking the place of a device, such as /dev/null, would take it from everybody.
            reason = "it is no ordinary file";
        } else if (folder == null || !Files.isDirectory(folder)) {
            reason = "there is no folder " + folder;
        } else if (!Files.isWritable(folder)) {
            reason = "the folder " + folder + " may not be written to";
        }
        if (reason != null) {
            throw Problem.unprocessable(
                    "file-not-writable",
                    "The file " + target + " cannot be written: " + reason + "; name another place.");
        }
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
