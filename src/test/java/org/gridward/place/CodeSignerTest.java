package org.gridward.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeSignerTest {

    private final CodeSigner signer = new CodeSigner(new byte[32]);

    @Test
    void readsBackEverySerialThatItWrote() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            long serial = 1 + random.nextLong(1L << 40);
            String code = signer.write(serial);
            assertThat(CodeSigner.hasForm(code)).isTrue();
            assertThat(signer.read(code)).contains(serial);
        }
        assertThat(signer.write(1001)).hasSize(22);
    }

    @Test
    void believesNoCodeWithAnyOneLetterChanged() {
        String code = signer.write(1001);
        for (int i = 0; i < code.length(); i++) {
            char other = code.charAt(i) == '7' ? '8' : '7';
            String forged = code.substring(0, i) + other + code.substring(i + 1);
            assertThat(signer.read(forged)).as(forged).isEmpty();
        }
    }

    @Test
    void believesNoCodeOfAnotherInstallationAndNoOtherText() {
        byte[] other = new byte[32];
        other[31] = 1;
        assertThat(signer.read(new CodeSigner(other).write(1001))).isEmpty();
        assertThat(signer.read("")).isEmpty();
        assertThat(signer.read("board-token-0001")).isEmpty();
        assertThat(CodeSigner.hasForm("GW' OR 1=1 --")).isFalse();
    }
}
