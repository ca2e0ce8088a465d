package org.gridward.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tile servers that the file {@code gridward.basemap.sources} names; none without it: then no page asks another server. */
@Component
public class BaseMapSources {

    private final List<BaseMapSource> all;

    BaseMapSources(@Value("${gridward.basemap.sources:}") String file, JsonMapper json) {
        all = file.isBlank() ? List.of() : read(Path.of(file), json);
    }

    public List<BaseMapSource> all() {
        return all;
    }

    /** What pages may load pictures from beside their own server. */
    public List<String> origins() {
        return all.stream()
                .flatMap(source -> source.origins().stream())
                .distinct()
                .toList();
    }

    private static List<BaseMapSource> read(Path file, JsonMapper json) {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("gridward.basemap.sources: there is no file " + file + " to read.");
        }
        try {
            return List.copyOf(json.readValue(file.toFile(), new TypeReference<List<BaseMapSource>>() {}));
        } catch (JacksonException unreadable) {
            throw new IllegalStateException(
                    "gridward.basemap.sources: " + file + " is no list of base maps: "
                            + unreadable.getOriginalMessage(),
                    unreadable);
        }
    }
}
