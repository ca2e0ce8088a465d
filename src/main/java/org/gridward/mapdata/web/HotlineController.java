package org.gridward.mapdata.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gridward.access.CurrentUser;
import org.gridward.intake.HotlineFile;
import org.gridward.intake.HotlineReceipt;
import org.gridward.mapdata.HotlineImporter;
import org.gridward.mapdata.files.TextCharset;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes a file of 12345 orders over HTTP: the bytes of a CSV or an .xlsx are the body. */
@RestController
class HotlineController {

    private static final long MOST_BYTES = 50_000_000;

    private final HotlineImporter importer;
    private final CurrentUser currentUser;
    private final ZoneId zone;

    HotlineController(HotlineImporter importer, CurrentUser currentUser, @Value("${gridward.zone}") ZoneId zone) {
        this.importer = importer;
        this.currentUser = currentUser;
        this.zone = zone;
    }

    /**
     * Answers with the receipt. The same file again changes nothing, so the call needs no Idempotency-Key.
     *
     * @param map pairs {@code column=field}, separated by commas
     */
    @PostMapping("/api/v1/intake/hotline")
    HotlineReceipt take(
            @RequestParam(defaultValue = "upload") String name,
            @RequestParam(defaultValue = "12345") String source,
            @RequestParam(required = false) String category,
            @RequestParam(required = false) String map,
            @RequestParam(required = false) String encoding,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request)
            throws IOException {
        if (!source.matches("[A-Za-z0-9_-]{1,40}") || !name.matches("[^\\p{Cntrl}/\\\\]{1,200}")) {
            throw Problem.unprocessable(
                            "source-not-acceptable",
                            "Send a source of letters and digits, and a file name without path.")
                    .with("/source", Fault.length(1, 40), "1 to 40 letters and digits");
        }
        Path spool = Files.createTempFile("hotline", ".upload");
        try {
            spool(request.getInputStream(), spool);
            return importer.run(
                    spool,
                    new HotlineFile(name, source, category, dryRun, currentUser.get()),
                    columns(map),
                    zone,
                    encoding == null ? Optional.empty() : TextCharset.named(encoding));
        } catch (Problem problem) {
            throw problem.calling(spool.toString(), name)
                    .calling(spool.getFileName().toString(), name);
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private static void spool(InputStream in, Path file) throws IOException {
        byte[] block = new byte[1 << 16];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int got = in.read(block); got >= 0; got = in.read(block)) {
                size += got;
                if (size > MOST_BYTES) {
                    throw Problem.tooLarge("file-too-large", "The file is larger than 50 MB; split it.");
                }
                out.write(block, 0, got);
            }
        }
    }

    private static Map<String, String> columns(String map) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String pair : map == null || map.isBlank() ? new String[0] : map.split(",")) {
            int equals = pair.lastIndexOf('=');
            if (equals < 1) {
                throw Problem.unreadable("map", "'" + pair + "' is not of the form column=field.");
            }
            columns.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return columns;
    }
}
