package org.gridward.evaluation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class SheetTableTest {

    private static final List<List<Object>> ROWS = List.of(
            List.of("key", "n"),
            Arrays.asList("=1+1", 3L),
            Arrays.asList("@SUM(A1)", null),
            Arrays.asList("-a,\"b\"", 0.5),
            Arrays.asList("\tx", 1L),
            Arrays.asList("\rx", 1L),
            Arrays.asList("+86", -2L),
            Arrays.asList("网格", 1L));

    @Test
    void aCsvBeginsWithAMarkAndNoCellIsAFormula() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetTable.csv(each -> ROWS.forEach(each), out);
        assertThat(out.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(out.toString(StandardCharsets.UTF_8).substring(1).split("\r\n"))
                .containsExactly(
                        "key,n",
                        "'=1+1,3",
                        "'@SUM(A1),",
                        "\"'-a,\"\"b\"\"\",0.5",
                        "\"'\tx\",1",
                        "\"'\rx\",1",
                        "'+86,-2",
                        "网格,1");
    }

    @Test
    void aWorkbookHasTheSameCellsAsTextsAndNumbers() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetTable.workbook(each -> ROWS.forEach(each), out);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(ROWS.size());
            assertThat(rows.get(1).getCell(0).getRawValue()).isEqualTo("'=1+1");
            assertThat(rows.get(1).getCell(0).getFormula()).isNull();
            assertThat(rows.get(1).getCellAsNumber(1).orElseThrow().intValue()).isEqualTo(3);
            assertThat(rows.get(2).getCellAsNumber(1)).as("blank is not 0").isEmpty();
            assertThat(rows.get(7).getCellText(0)).isEqualTo("网格");
        }
    }
}
