package org.gridward.mapdata.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK(\"http://x\",\"y\")"})
    void marksWhatASpreadsheetWouldTakeAsAFormula(String text) {
        assertThat(CsvCells.safe(text)).matches("(?s)\"?'.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-87.67", "+8", "122.1", "plain", "1e-7", "渔港"})
    void leavesNumbersAndPlainTextsAlone(String text) {
        assertThat(CsvCells.safe(text)).isEqualTo(text);
    }

    @Test
    void quotesDelimitersQuotesAndNewlines() {
        assertThat(CsvCells.safe("a,\"b\"\nc")).isEqualTo("\"a,\"\"b\"\"\nc\"");
        assertThat(CsvCells.safe(null)).isEmpty();
        assertThat(CsvCells.safe("a\0b")).isEqualTo("ab");
    }
}
