package org.gridward.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The photos as files, named by their ids alone, in 256 folders. A file appears whole or not at all: written beside its
 * place, forced to disk, renamed, and the folder forced too.
 */
@Component
class PhotoFolder {

    private static final String ENDING = ".jpg";
    private static final String PART = ".part";

    private final Path folder;
    private final long reserve;
    private final Clock clock;

    PhotoFolder(
            @Value("${gridward.photos.folder}") String folder,
            @Value("${gridward.photos.reserve}") long reserveMegabytes,
            Clock clock) {
        this.folder = Path.of(folder).toAbsolutePath();
        this.reserve = reserveMegabytes * 1024 * 1024;
        this.clock = clock;
    }

    /** @throws IOException where the disk is full, or would leave less than the reserve, or does not answer */
    void write(UUID id, byte[] bytes) throws IOException {
        Path file = file(id);
        Files.createDirectories(file.getParent());
        long free = Files.getFileStore(file.getParent()).getUsableSpace();
        if (free - bytes.length < reserve) {
            throw new IOException("only " + free + " bytes are free, " + reserve + " are kept free");
        }
        Path part = file.resolveSibling(file.getFileName() + PART);
        try {
            try (FileChannel out = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                out.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            Files.deleteIfExists(part);
            throw failed;
        }
        try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** Empty where there is no such file. */
    Optional<byte[]> read(UUID id) {
        try {
            return Optional.of(Files.readAllBytes(file(id)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void delete(UUID id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ids of the files that are older than {@code age}; half-written files of that age are removed. */
    List<UUID> olderThan(Duration age) {
        List<UUID> ids = new ArrayList<>();
        Instant limit = clock.instant().minus(age);
        if (!Files.isDirectory(folder)) {
            return ids;
        }
        try (DirectoryStream<Path> inner = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path one : inner) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(one)) {
                    for (Path file : files) {
                        if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                            look(file, ids);
                        }
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return ids;
    }

    private static void look(Path file, List<UUID> ids) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(PART)) {
            Files.deleteIfExists(file);
        } else if (name.endsWith(ENDING) && name.length() == 36 + ENDING.length()) {
            ids.add(UUID.fromString(name.substring(0, 36)));
        }
    }

    private Path file(UUID id) {
        String name = id.toString();
        return folder.resolve(name.substring(34)).resolve(name + ENDING);
    }
}
