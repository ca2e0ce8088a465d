package org.gridward.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HeaderFirewallTest {

    /** The rule of Spring's own firewall. */
    private static final Pattern STRICT = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");

    @Test
    void takesAndRefusesExactlyWhatTheStrictRuleDoes() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            String text = "a" + new String(Character.toChars(character)) + "b";
            assertThat(HeaderFirewall.isPlain(text))
                    .as("U+%04X", character)
                    .isEqualTo(STRICT.matcher(text).matches());
        }
        assertThat(HeaderFirewall.isPlain("")).isTrue();
    }
}
