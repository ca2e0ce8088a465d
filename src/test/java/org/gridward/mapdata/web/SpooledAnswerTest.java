package org.gridward.mapdata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SpooledAnswerTest {

    private static final int PIECE = 8 << 20;

    @Test
    void holdsEverythingBackUntilTheInputHasEnded() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtomicInteger begun = new AtomicInteger();
        try (SpooledAnswer answer = new SpooledAnswer(out, begun::incrementAndGet)) {
            answer.accept(new byte[] {1, 2, 9}, 2, false);
            assertThat(out.size()).isZero();
            assertThat(begun).hasValue(0);
            answer.accept(new byte[] {3}, 1, true);
            answer.accept(new byte[] {4}, 1, true);
            answer.release();
        }
        assertThat(out.toByteArray()).containsExactly(1, 2, 3, 4);
        assertThat(begun).hasValue(1);
    }

    @Test
    void keepsTheOrderWhenTheAnswerOutgrowsMemory() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        Random random = new Random(1);
        for (int round = 0; round < 2; round++) { // the second finds all memory free again
            out.reset();
            expected.reset();
            try (SpooledAnswer answer = new SpooledAnswer(out, () -> {})) {
                for (int i = 0; i < 15; i++) {
                    byte[] piece = new byte[PIECE];
                    random.nextBytes(piece);
                    expected.write(piece, 0, PIECE - i);
                    answer.accept(piece, PIECE - i, false);
                }
                answer.release();
            }
            assertThat(Arrays.equals(out.toByteArray(), expected.toByteArray())).isTrue();
        }
    }

    @Test
    void leavesNothingBehindWhenTheWorkFails() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 30; i++) {
            try (SpooledAnswer answer = new SpooledAnswer(out, () -> {})) {
                answer.accept(new byte[PIECE], PIECE, false);
            }
        }
        assertThat(out.size()).isZero();
    }
}
