package org.gridward.mapdata;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Import the rows of a file: incidents, places or fixes.
 *
 * @param columns column to field where the user says so, {@code attr:name} keeps one as an attribute
 * @param crs of the coordinates; empty: what the file says, else degrees
 * @param zone of times without an offset
 * @param fallback what to take where a row's own word is missing or not known: a category, a kind or a unit
 * @param layers to write receipts for; empty: every layer
 * @param dryRun check everything, store nothing
 * @param skipBadRows store the good rows though there are bad ones
 */
public record ImportRows(
        Path file,
        Optional<Charset> encoding,
        Map<String, String> columns,
        Optional<String> crs,
        ZoneId zone,
        Optional<String> fallback,
        List<String> layers,
        boolean dryRun,
        boolean skipBadRows,
        String actor) {}
