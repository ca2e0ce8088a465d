package org.gridward.mapdata.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvBlocksTest {

    @Test
    void blocksStayAsSmallAsTheyAreHoweverLargeTheArraysOfThePool() throws IOException {
        BytePool pool = new BytePool(4);
        pool.give(new byte[8 * CsvBlocks.BLOCK_BYTES]);
        pool.give(new byte[8 * CsvBlocks.BLOCK_BYTES]);
        byte[] rows = "121.5,31.2\n".repeat(500_000).getBytes(StandardCharsets.US_ASCII);
        CsvBlocks blocks = new CsvBlocks(new ByteArrayInputStream(rows), new byte[0], (byte) ',', pool);

        int read = 0;
        for (CsvBlock block = blocks.next(); block != null; block = blocks.next()) {
            assertThat(block.length()).isLessThanOrEqualTo(CsvBlocks.BLOCK_BYTES + 11);
            read += block.length();
            pool.give(block.bytes());
        }
        assertThat(read).isEqualTo(rows.length);
    }
}
