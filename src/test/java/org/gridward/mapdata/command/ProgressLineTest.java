package org.gridward.mapdata.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private final AtomicLong nanos = new AtomicLong();

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysNothingForWorkThatIsDoneAtOnce() {
        ProgressLine line = new ProgressLine(out, true, nanos::get);
        line.at("reading", 0.5, 10);
        line.end();
        assertThat(said()).isEmpty();
    }

    @Test
    void drawsABarOnATerminalAndWipesItAway() {
        ProgressLine line = new ProgressLine(out, true, nanos::get);
        nanos.set(300_000_000L);
        line.at("reading", 0.5, 10);
        line.at("reading", 0.6, 11);
        assertThat(said())
                .startsWith("\rreading [###############...............] 50 % 10 rows, 33/s, 0:00 left")
                .doesNotContain("60 %");
        line.end();
        assertThat(said()).endsWith("\r");
    }

    @Test
    void writesPlainLinesSecondsApartElsewhere() {
        ProgressLine line = new ProgressLine(out, false, nanos::get);
        nanos.set(300_000_000L);
        line.at("reading", 0.5, 10);
        nanos.set(6_000_000_000L);
        line.at("storing", 0.25, 1000);
        line.end();
        assertThat(said()).isEqualTo("storing 25 % (1000 rows, 167/s, 0:18 left)" + System.lineSeparator());
    }
}
