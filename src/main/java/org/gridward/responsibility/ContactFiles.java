package org.gridward.responsibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gridward.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes each day's lists of contacts to disk, so that they are there when nothing else is: one page a town and language, and
 * their style sheet. A day appears as a whole or not at all; the days before the last seven go.
 */
@Component
public class ContactFiles {

    private static final Logger log = LoggerFactory.getLogger(ContactFiles.class);
    private static final int DAYS_KEPT = 7;
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    private final ContactLists lists;
    private final ContactSheets sheets;
    private final Clock clock;
    private final String folder;
    private final ZoneId zone;

    ContactFiles(
            ContactLists lists,
            ContactSheets sheets,
            Clock clock,
            @Value("${gridward.contacts.folder}") String folder,
            @Value("${gridward.zone}") ZoneId zone) {
        this.lists = lists;
        this.sheets = sheets;
        this.clock = clock;
        this.folder = folder;
        this.zone = zone;
    }

    /** Some minutes after the start and then every ten: a new day is written within ten minutes of its beginning. */
    @Scheduled(initialDelay = 180_000, fixedDelay = 600_000)
    void writeToday() {
        if (folder.isBlank()) {
            return;
        }
        try {
            write();
        } catch (IOException | UncheckedIOException | DataAccessException | Problem failure) {
            log.warn("The day's list of contacts is not on disk at {}: {}", folder, failure.toString());
        }
    }

    /** Writes the lists of today unless they are there; answers their folder. */
    public Path write() throws IOException {
        Instant now = clock.instant();
        Path root = Path.of(folder).toAbsolutePath();
        Path day = root.resolve(LocalDate.ofInstant(now, zone).toString());
        List<String> tops = lists.tops(now);
        if (Files.isDirectory(day) || tops.isEmpty()) {
            return day;
        }
        Files.createDirectories(root);
        Path fresh = Files.createTempDirectory(root, "making-");
        for (String code : tops) {
            put(fresh.resolve(code + ".zh.html"), sheets.page(code, now, true, ContactPaper.STYLE));
            put(fresh.resolve(code + ".en.html"), sheets.page(code, now, false, ContactPaper.STYLE));
        }
        put(
                fresh.resolve(ContactPaper.STYLE),
                new ClassPathResource("static/src/ui/" + ContactPaper.STYLE)
                        .getContentAsString(StandardCharsets.UTF_8));
        Files.move(fresh, day, StandardCopyOption.ATOMIC_MOVE);
        forget(root);
        return day;
    }

    private static void put(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static void forget(Path root) throws IOException {
        List<Path> days;
        try (Stream<Path> found = Files.list(root)) {
            days = found.filter(path -> path.getFileName().toString().matches(DAY))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path old : days.stream().skip(DAYS_KEPT).toList()) {
            try (Stream<Path> files = Files.list(old)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(old);
        }
    }
}
