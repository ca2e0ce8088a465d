package org.gridward.mapdata.files;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gridward.geodesy.Crs;
import org.gridward.platform.Problem;

/** CSV with a header line: comma, semicolon, tab or bar; quotes, newlines in quotes, byte order mark, UTF-8 or GBK. */
final class CsvSource implements FeatureSource {

    private static final int COLUMNS_MOST = 2_000;

    private final Path file;
    private final long size;
    private final CountedBytes raw;
    private final RowCap text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    private int number;
    private long lineBefore;
    private RuntimeException failed;
    private boolean ended;

    private CsvSource(Path file, Charset charset) throws IOException {
        this.file = file;
        this.size = Files.size(file);
        this.raw = new CountedBytes(Files.newInputStream(file), Long.MAX_VALUE);
        this.text = new RowCap(new InputStreamReader(SourceFiles.unpacked(raw), TextCharset.strict(charset)));
        String header = text.peekLine();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(CsvDelimiter.of(header))
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .get();
        this.parser = CSVParser.builder().setReader(text).setFormat(format).get();
        this.records = parser.iterator();
        this.columns = header();
    }

    static CsvSource open(Path file, ReadLimits limits, Optional<Charset> encoding) throws IOException {
        return new CsvSource(file, encoding.isPresent() ? encoding.get() : TextCharset.of(file));
    }

    private List<String> header() {
        if (!records.hasNext()) {
            throw Problem.unreadable("empty-file", "The file " + file.getFileName() + " has no header line.");
        }
        CSVRecord head = records.next();
        if (head.size() > COLUMNS_MOST) {
            throw Problem.unreadable(
                    "too-many-columns",
                    "The first line of " + file.getFileName() + " names " + head.size() + " columns; at most "
                            + COLUMNS_MOST + " are read. Is it a table?");
        }
        Set<String> names = new LinkedHashSet<>();
        for (String cell : head) {
            String name = cell.strip();
            String unique = name;
            for (int copy = 2; names.contains(unique); copy++) {
                unique = name + "_" + copy;
            }
            names.add(unique);
        }
        text.startRow();
        return List.copyOf(names);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<Crs> crs() {
        return Optional.empty();
    }

    @Override
    public double progress() {
        return size == 0 || ended ? 1 : Math.min(1, (double) raw.count() / size);
    }

    @Override
    public boolean hasNext() {
        if (ended || failed != null) {
            return !ended;
        }
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException e) {
            failed = e; // next() turns it into a faulty row
            return true;
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        number++;
        if (failed != null) {
            ended = true;
            return cut(failed);
        }
        try {
            CSVRecord record = records.next();
            text.startRow();
            lineBefore = parser.getCurrentLineNumber();
            return row(record);
        } catch (UncheckedIOException | IllegalStateException e) {
            ended = true;
            return cut(e);
        }
    }

    private Row row(CSVRecord record) {
        Map<String, String> fields = new LinkedHashMap<>(columns.size() * 2);
        int cells = Math.min(record.size(), columns.size());
        for (int i = 0; i < cells; i++) {
            fields.put(columns.get(i), record.get(i));
        }
        Fault fault = null;
        if (record.size() < columns.size()) {
            fault = new Fault(
                    number,
                    columns.get(record.size()),
                    String.join("|", record.toList()),
                    "the row has " + record.size() + " values, the header names " + columns.size(),
                    "the row may be cut off: complete it or remove it");
        } else if (record.size() > columns.size()) {
            fault = new Fault(
                    number,
                    "",
                    String.join("|", record.toList()),
                    "the row has " + record.size() + " values, the header names " + columns.size(),
                    "put quotes round values that hold the delimiter");
        }
        return new Row(number, fields, null, fault);
    }

    private Row cut(RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof CharacterCodingException) {
            throw Problem.unreadable(
                    "unknown-encoding",
                    "Row " + number + " of " + file.getFileName()
                            + " holds bytes that are no text in this code page. Name the right one with --encoding.");
        }
        if (cause instanceof CSVException || cause instanceof RowCap.TooLong) {
            return new Row(
                    number,
                    Map.of(),
                    null,
                    new Fault(
                            number,
                            "",
                            "line " + (lineBefore + 1),
                            "a quote that opens in the row on this line is never closed; nothing after it can be read",
                            "close the quote, or double it where it belongs to the text"));
        }
        throw cause instanceof IOException io ? SourceFiles.unreadable(file, io) : e;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
