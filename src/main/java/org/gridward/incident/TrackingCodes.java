package org.gridward.incident;

import java.security.SecureRandom;

/** Makes the codes by which a reporter finds the own case again without signing in: 128 random bits, not to be guessed. */
final class TrackingCodes {

    private static final char[] LETTERS = "abcdefghjkmnpqrstvwxyz0123456789".toCharArray();
    private static final int BITS = 128;
    private static final int BITS_A_LETTER = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TrackingCodes() {}

    /** 26 letters and digits of an alphabet without i, l, o and u. */
    static String next() {
        byte[] random = new byte[(BITS + BITS_A_LETTER - 1) / BITS_A_LETTER];
        RANDOM.nextBytes(random);
        StringBuilder code = new StringBuilder(random.length);
        for (byte one : random) {
            code.append(LETTERS[one & (LETTERS.length - 1)]);
        }
        return code.toString();
    }
}
