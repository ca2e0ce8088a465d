package org.gridward.evaluation.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gridward.evaluation.Counter;
import org.gridward.evaluation.Counts;
import org.gridward.evaluation.Sheet;
import org.gridward.evaluation.YearlyDesk;
import org.gridward.platform.CsvTable;

/**
 * A sheet as a table of cells, and tables as CSV (UTF-8 with a byte order mark) and as a workbook. A text that a spreadsheet would
 * take for a formula begins with an apostrophe; what is blank stays blank.
 */
final class SheetTable {

    private static final double HALF = 0.5;
    private static final double NINE_TENTHS = 0.9;

    private SheetTable() {}

    /** Hands on the head, then each row, then outside and total; cells are text, numbers or null. */
    static void rows(Sheet sheet, Consumer<List<Object>> each) {
        List<Object> head = new ArrayList<>(List.of("key", "nameZh", "nameEn"));
        for (Counter counter : Counter.values()) {
            head.add(SheetJson.name(counter));
        }
        SheetJson.rates(sheet.total()).keySet().forEach(rate -> head.add(rate + "Rate"));
        head.addAll(List.of("responses", "responseP50Seconds", "responseP90Seconds"));
        each.accept(head);
        sheet.rows().forEach(row -> each.accept(cells(row.key(), row.nameZh(), row.nameEn(), row.counts())));
        each.accept(cells("", "其他", "Outside", sheet.outside()));
        each.accept(cells("", "合计", "Total", sheet.total()));
    }

    private static List<Object> cells(String key, String nameZh, String nameEn, Counts counts) {
        List<Object> cells = new ArrayList<>();
        cells.add(key);
        cells.add(nameZh);
        cells.add(nameEn);
        for (Counter counter : Counter.values()) {
            cells.add(counts.of(counter));
        }
        cells.addAll(SheetJson.rates(counts).values());
        cells.add((long) counts.responded());
        cells.add(counts.responseSeconds(HALF));
        cells.add(counts.responseSeconds(NINE_TENTHS));
        return cells;
    }

    static void rows(YearlyDesk.Table table, Consumer<List<Object>> each) {
        List<Object> head = new ArrayList<>(List.of("gridCode", "nameZh", "nameEn"));
        head.addAll(table.periods());
        each.accept(head);
        for (YearlyDesk.Table.Row row : table.rows()) {
            List<Object> cells = new ArrayList<>();
            cells.add(row.gridCode());
            cells.add(row.nameZh());
            cells.add(row.nameEn());
            cells.addAll(row.cases());
            each.accept(cells);
        }
        List<Object> totals = new ArrayList<>(List.of("", "合计", "Total"));
        totals.addAll(table.totals());
        each.accept(totals);
    }

    /** Something that hands its rows on. */
    interface Rows {

        void to(Consumer<List<Object>> each);
    }

    static void csv(Rows rows, OutputStream out) throws IOException {
        StringBuilder lines = new StringBuilder(CsvTable.MARK);
        rows.to(cells -> lines.append(CsvTable.line(cells)));
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    static void workbook(Rows rows, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Gridward", "1.0");
                Worksheet page = book.newWorksheet("evaluation")) {
            int[] line = new int[1];
            IOException[] failed = new IOException[1];
            rows.to(cells -> {
                for (int i = 0; i < cells.size(); i++) {
                    if (cells.get(i) instanceof Number number) {
                        page.value(line[0], i, number);
                    } else if (cells.get(i) != null) {
                        page.value(line[0], i, CsvTable.safe(cells.get(i).toString()));
                    }
                }
                line[0]++;
                if (line[0] % 1_000 == 0) {
                    try {
                        page.flush();
                    } catch (IOException failure) {
                        failed[0] = failure;
                    }
                }
            });
            if (failed[0] != null) {
                throw failed[0];
            }
        }
    }
}
