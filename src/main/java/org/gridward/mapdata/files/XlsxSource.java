package org.gridward.mapdata.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.gridward.geodesy.Crs;
import org.gridward.platform.Problem;

/**
 * The first sheet of an .xlsx workbook. The header is the first row with two different texts, so that a title above it is
 * passed over. The value of merged cells belongs to every row of the range; formulas count as the value that they had when
 * the file was saved.
 */
final class XlsxSource implements FeatureSource {

    private static final int MOST_ROWS = 100_000;
    private static final int MOST_COLUMNS = 500;
    private static final int LONGEST_CELL = 32_767;

    private final Path file;
    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final ArrayDeque<XlsxMerges.Range> merges;
    private final List<XlsxMerges.Range> active = new ArrayList<>();
    private final Map<XlsxMerges.Range, String> merged = new LinkedHashMap<>();
    private final List<String> columns;
    private TreeMap<Integer, String> ahead;
    private int number;

    private XlsxSource(Path file) throws IOException {
        this.file = file;
        this.merges = new ArrayDeque<>(XlsxMerges.of(file).stream()
                .sorted(Comparator.comparingInt(XlsxMerges.Range::top))
                .toList());
        this.workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
        this.columns = header();
    }

    static XlsxSource open(Path file) throws IOException {
        XlsxGate.check(file);
        try {
            return new XlsxSource(file);
        } catch (ExcelReaderException broken) {
            throw unreadable(file, broken);
        }
    }

    private List<String> header() {
        while (rows.hasNext()) {
            TreeMap<Integer, String> cells = cells(rows.next());
            if (cells.values().stream().distinct().count() > 1) {
                List<String> names = new ArrayList<>();
                for (int i = 0; i <= cells.lastKey(); i++) {
                    String name = cells.getOrDefault(i, "").strip();
                    String unique = name;
                    for (int copy = 2; !name.isEmpty() && names.contains(unique); copy++) {
                        unique = name + "_" + copy;
                    }
                    names.add(unique);
                }
                return List.copyOf(names);
            }
        }
        throw Problem.unreadable(
                "empty-file",
                "The first sheet of " + file.getFileName() + " has no header row of two columns or more.");
    }

    @Override
    public List<String> columns() {
        return columns.stream().filter(name -> !name.isEmpty()).toList();
    }

    @Override
    public Optional<Crs> crs() {
        return Optional.empty();
    }

    @Override
    public double progress() {
        return Math.min(1, number / (double) MOST_ROWS);
    }

    @Override
    public boolean hasNext() {
        try {
            while (ahead == null && rows.hasNext()) {
                TreeMap<Integer, String> cells = cells(rows.next());
                ahead = cells.isEmpty() ? null : cells;
            }
        } catch (ExcelReaderException broken) {
            throw unreadable(file, broken);
        }
        return ahead != null;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        TreeMap<Integer, String> cells = ahead;
        ahead = null;
        if (++number > MOST_ROWS) {
            throw Problem.unprocessable(
                    "xlsx-limits",
                    "The first sheet of " + file.getFileName() + " has more than " + MOST_ROWS
                            + " rows. Split it, or send a CSV.");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isEmpty()) {
                fields.put(columns.get(i), cells.getOrDefault(i, ""));
            }
        }
        Optional<Integer> beyond = cells.keySet().stream()
                .filter(column -> column >= columns.size())
                .findFirst();
        return new Row(
                number,
                fields,
                null,
                beyond.map(column -> new Fault(
                                number,
                                "",
                                cells.get(column),
                                "there is a value to the right of the last column that the header names",
                                "give the column a name, or remove the value"))
                        .orElse(null));
    }

    /** The cells that hold something, by column; those of merged ranges filled in. */
    private TreeMap<Integer, String> cells(org.dhatim.fastexcel.reader.Row row) {
        TreeMap<Integer, String> cells = new TreeMap<>();
        for (Cell cell : row) {
            if (cell != null && cell.getColumnIndex() < MOST_COLUMNS) {
                String text = text(cell);
                if (!text.isBlank()) {
                    cells.put(cell.getColumnIndex(), text);
                }
            }
        }
        int at = row.getRowNum();
        while (!merges.isEmpty() && merges.peek().top() <= at) {
            active.add(merges.poll());
        }
        active.removeIf(range -> range.bottom() < at);
        merged.keySet().removeIf(range -> range.bottom() < at);
        active.forEach(range -> fill(cells, range, at));
        return cells;
    }

    private void fill(TreeMap<Integer, String> cells, XlsxMerges.Range range, int row) {
        if (row == range.top()) {
            merged.put(range, cells.getOrDefault(range.left(), ""));
        }
        String value = merged.getOrDefault(range, "");
        for (int column = range.left();
                !value.isEmpty() && column <= Math.min(range.right(), MOST_COLUMNS - 1);
                column++) {
            cells.putIfAbsent(column, value);
        }
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.ERROR || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER && isDate(cell.getDataFormatString())) {
            LocalDateTime date = cell.asDate();
            return date == null ? cell.getRawValue() : date.toString().replace('T', ' ');
        }
        String text = cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
        if (text == null) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER && text.contains("E")) {
            text = cell.asNumber().toPlainString();
        }
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }

    private static boolean isDate(String format) {
        String plain = format == null
                ? ""
                : format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").toLowerCase(Locale.ROOT);
        return plain.contains("yy") || plain.contains("d") && plain.contains("m") || plain.contains("h:m");
    }

    private static Problem unreadable(Path file, Exception broken) {
        return Problem.unreadable(
                "unreadable-workbook",
                "The workbook " + file.getFileName() + " cannot be read: " + broken.getMessage() + ".");
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
